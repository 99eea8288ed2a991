import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Counts the tests of Surefire's reports: {@code java .ci/CountTests.java [--reference-required] FOLDER...}.
 *
 * <p>A reference test is a test case whose method asked the class Reference for data; each such request is a line of
 * reference-tests.txt. Where the request came from a method that is no test itself (a provider of arguments, a set-up),
 * every test case of its class is one. A request that found no data counts as a skipped test even if Surefire reports
 * none, as for a factory of dynamic tests.
 *
 * <p>The last line is "N passed, N failed, N skipped". Ends with 1 if no test ran, or if reference tests are required and
 * one was skipped or none ran.
 */
final class CountTests {
    private record TestCase(String className, String name, String status, String message) {
        boolean isOf(Request request) {
            return className.equals(request.className)
                    && name.startsWith(request.method)
                    && (name.length() == request.method.length()
                            || !Character.isJavaIdentifierPart(name.charAt(request.method.length())));
        }

        boolean isSkipped() {
            return status.equals("skipped");
        }
    }

    private record Request(boolean isGiven, String className, String method) {}

    private final List<TestCase> cases = new ArrayList<>();
    private final Set<Request> requests = new LinkedHashSet<>();

    private CountTests() {}

    public static void main(String[] args) throws Exception {
        List<String> folders = new ArrayList<>(List.of(args));
        boolean isRequired = folders.remove("--reference-required");
        int referenceRan = 0;
        int referenceSkipped = 0;
        int[] total = new int[3];
        for (String folder : folders) {
            CountTests one = new CountTests();
            one.read(Path.of(folder));
            total[0] += one.count("passed");
            total[1] += one.count("failed");
            total[2] += one.count("skipped");
            int[] reference = one.referenceTests();
            referenceRan += reference[0];
            referenceSkipped += reference[1];
            one.cases.stream()
                    .filter(TestCase::isSkipped)
                    .forEach(test ->
                            System.out.println("skipped: " + test.className + "." + test.name + ": " + test.message));
            one.cases.stream()
                    .filter(test -> test.status.equals("failed"))
                    .forEach(test -> System.out.println("failed: " + test.className + "." + test.name));
        }
        int ran = total[0] + total[1];
        System.out.println("reference tests: " + referenceRan + " ran, " + referenceSkipped + " skipped");
        boolean isWrong = false;
        if (ran == 0) {
            System.out.println("at least one test must run, found none");
            isWrong = true;
        }
        if (isRequired && (referenceSkipped > 0 || referenceRan == 0)) {
            System.out.println("the reference data are there, so every reference test must run");
            isWrong = true;
        }
        System.out.println(total[0] + " passed, " + total[1] + " failed, " + total[2] + " skipped");
        System.exit(isWrong ? 1 : 0);
    }

    private void read(Path folder) throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.startsWith("TEST-") && name.endsWith(".xml")) {
                readReport(file);
            } else if (name.equals("reference-tests.txt")) {
                readRequests(file);
            }
        }
    }

    private void readReport(Path file) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element test = (Element) nodes.item(i);
            String status = "passed";
            String message = "";
            if (test.getElementsByTagName("failure").getLength() > 0
                    || test.getElementsByTagName("error").getLength() > 0) {
                status = "failed";
            } else if (test.getElementsByTagName("skipped").getLength() > 0) {
                status = "skipped";
                Element skipped = (Element) test.getElementsByTagName("skipped").item(0);
                message = (skipped.getAttribute("message") + skipped.getTextContent()).strip().lines()
                        .findFirst()
                        .orElse("no reason given");
            }
            cases.add(new TestCase(test.getAttribute("classname"), test.getAttribute("name"), status, message));
        }
    }

    private void readRequests(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            requests.add(new Request(parts[0].equals("given"), parts[1], parts[2]));
        }
    }

    private int count(String status) {
        return (int) cases.stream().filter(test -> test.status.equals(status)).count();
    }

    /** Returns how many reference tests ran and how many were skipped. */
    private int[] referenceTests() {
        Set<TestCase> tests = new LinkedHashSet<>();
        int ranUnseen = 0;
        int skippedUnseen = 0;
        for (Request request : requests) {
            List<TestCase> own = cases.stream().filter(test -> test.isOf(request)).toList();
            if (own.isEmpty()) {
                own = cases.stream()
                        .filter(test -> test.className.equals(request.className))
                        .toList();
            }
            tests.addAll(own);
            if (!request.isGiven && own.stream().noneMatch(TestCase::isSkipped)) {
                skippedUnseen++;
            } else if (own.isEmpty()) {
                ranUnseen++;
            }
        }
        cases.stream()
                .filter(test -> test.message.contains("RADIOMICS4J_REFERENCE"))
                .forEach(tests::add);
        int skipped = (int) tests.stream().filter(TestCase::isSkipped).count();
        return new int[] {tests.size() - skipped + ranUnseen, skipped + skippedUnseen};
    }
}
