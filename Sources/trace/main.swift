#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

prepareProcess()
exit(run(try CommandLine.words).rawValue)
