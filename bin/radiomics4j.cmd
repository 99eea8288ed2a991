@echo off
rem Radiomics4J's command line: radiomics4j COMMAND..., for example "radiomics4j demo".
rem JAVA_HOME, JAVA_OPTS and RADIOMICS4J_JAR as in the script without an ending.
setlocal
set "jar=%RADIOMICS4J_JAR%"
if not defined jar if exist "%~dp0radiomics4j.jar" set "jar=%~dp0radiomics4j.jar"
if not defined jar if exist "%~dp0..\lib\radiomics4j.jar" set "jar=%~dp0..\lib\radiomics4j.jar"
if not defined jar set "jar=%~dp0..\radiomics-cli\target\radiomics4j.jar"
if not exist "%jar%" (
  echo radiomics4j: no jar was found at %jar%; build it with: mvn -q -pl radiomics-cli -am package -DskipTests 1>&2
  exit /b 1
)
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem As in the script without an ending: one case is done before the optimizing compiler has paid for itself.
set "options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if /i "%~1"=="batch" set "options="
"%java%" %options% %JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
