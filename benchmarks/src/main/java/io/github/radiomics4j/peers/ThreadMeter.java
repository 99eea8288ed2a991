package io.github.radiomics4j.peers;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the JVM has counted so far: bytes allocated by the extracting threads, and processor time of these and of the
 * collector. The time of the whole process would be the plainer measure, but the JVM knows it to ten milliseconds only.
 */
final class ThreadMeter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final List<Thread> counted = new CopyOnWriteArrayList<>(List.of(Thread.currentThread()));

    /** Returns a pool whose threads are counted with the calling one; they do not keep the process alive. */
    ExecutorService pool(int size) {
        return Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            counted.add(thread);
            return thread;
        });
    }

    long allocatedBytes() {
        long bytes = 0;
        for (Thread thread : counted) {
            bytes += threads.getThreadAllocatedBytes(thread.getId());
        }
        return bytes;
    }

    double cpuSeconds() {
        double seconds = 0;
        for (Thread thread : counted) {
            seconds += threads.getThreadCpuTime(thread.getId()) / 1e9;
        }
        for (GarbageCollectorMXBean collector : collectors) {
            seconds += collector.getCollectionTime() / 1e3;
        }
        return seconds;
    }
}
