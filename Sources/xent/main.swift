import Foundation

// A reader that closes the pipe early is no error: the write fails, and Console ends quietly.
signal(SIGPIPE, SIG_IGN)

exit(Subcommands.dispatch(Array(CommandLine.arguments.dropFirst())).rawValue)
