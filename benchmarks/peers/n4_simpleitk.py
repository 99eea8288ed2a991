#!/usr/bin/env python3
"""Times N4 of SimpleITK in process, with a fresh copy of the image for every call.

Reads one request a line, fields separated by tabs, and answers in lines of JSON, the last of which has "done":

    open IMAGE X,Y,Z   loads the file as 32-bit floats; the factors by which each axis is reduced for the fit
    warm SECONDS       one call: it compiles nothing, and takes seconds
    time CALLS         one line a call: seconds, cpu_seconds
    write FILE         the log bias field of one more call

A call: Otsu's threshold, reduction, N4 with its defaults, log bias field on the whole image, image / exp(field).
N4Times.java is its twin: same requests, same answers, same rules. The argument is the number of threads.
"""

import json
import sys
import time

import SimpleITK as sitk


class Case:
    def __init__(self, image, shrink, threads):
        self.image = sitk.ReadImage(image, sitk.sitkFloat32)
        self.shrink = [int(factor) for factor in shrink.split(",")]
        self.threads = threads

    def call(self):
        """The log bias field, seconds, and processor seconds of all threads."""
        cpu, start = time.process_time(), time.perf_counter()
        image = sitk.Image(self.image)
        image.MakeUnique()
        mask = sitk.OtsuThreshold(image, 0, 1, 200)
        n4 = sitk.N4BiasFieldCorrectionImageFilter()
        n4.SetNumberOfThreads(self.threads)
        n4.Execute(sitk.Shrink(image, self.shrink), sitk.Shrink(mask, self.shrink))
        field = n4.GetLogBiasFieldAsImage(image)
        image / sitk.Exp(field)
        return field, time.perf_counter() - start, time.process_time() - cpu


def answer(record):
    print(json.dumps(record), flush=True)


def main():
    threads = int(sys.argv[1])
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(threads)
    answer({"done": "start", "side": "SimpleITK", "versions": f"SimpleITK {sitk.Version.VersionString()}"})
    case = None
    for line in sys.stdin:
        verb, *fields = line.rstrip("\n").split("\t")
        if verb == "open":
            case = Case(*fields, threads)
        elif verb == "warm":
            case.call()
        elif verb == "time":
            for _ in range(int(fields[0])):
                _, seconds, cpu_seconds = case.call()
                answer({"seconds": seconds, "cpu_seconds": cpu_seconds})
        elif verb == "write":
            sitk.WriteImage(case.call()[0], fields[0])
        else:
            sys.exit(f"a request must be open, warm, time or write, found {line!r}")
        answer({"done": verb})


if __name__ == "__main__":
    main()
