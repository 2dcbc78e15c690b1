import CrossEntropy
import Exact

/// The reference as an implementation: every answer correctly rounded.
public struct ReferenceImplementation: Sendable {
  /// The implementation, which has nothing to set.
  public init() {}

  /// The reply to a request.
  public func reply(to request: Request) -> Reply {
    do {
      return .answer(try Reference(request.call).floating(request.format))
    } catch let undecided as Undecided {
      return .unsupported(undecided.description)
    } catch {
      return .reject("\(error)")
    }
  }
}

/// An implementation on standard input and output: a line in, a line out, never dying on bad input.
public struct AnswerLoop: Sendable {
  private let subject: ReferenceImplementation
  private var answered = 0

  /// A loop that has answered nothing yet.
  public init(_ subject: ReferenceImplementation = ReferenceImplementation()) {
    self.subject = subject
  }

  /// The reply to one line; nil for a blank one.
  public mutating func answer(_ line: String, number: Int) -> String? {
    if line.allSatisfy(\.isWhitespace) { return nil }
    let json: JSON
    do {
      json = try JSON(parsing: line)
    } catch {
      return Reply.error("line \(number) is no JSON: column \(error.column): \(error.what)")
        .json(id: nil).description
    }
    if let hello = json["hello"] { return AnswerLoop.hello(hello).description }
    if json["bye"] != nil {
      return JSON.members([("bye", .members([("answered", .number(answered))]))]).description
    }
    do {
      let request = try Request(json)
      answered += 1
      return subject.reply(to: request).json(id: request.id).description
    } catch {
      let id = json["id"]?.string
      if id != nil { answered += 1 }
      return Reply.error("line \(number): \(error)").json(id: id).description
    }
  }

  private static func hello(_ hello: JSON) -> JSON {
    let functions = Function.all.map { function in
      let signature = function.signature
      return JSON.Member(
        function.name,
        .members([
          ("formats", .array(Format.allCases.map { .string($0.rawValue) })),
          ("gradient", .bool(!signature.differentiableNames.isEmpty)),
          ("options", .array(signature.options.map { .string($0.name) })),
        ]))
    }
    return .members([
      (
        "hello",
        .members([
          ("protocol", .number(1)), ("name", "xent"), ("version", .string(suiteVersion)),
          ("language", "swift"), ("functions", .object(functions)), ("batch", .number(64)),
        ])
      )
    ])
  }
}

/// The version of the suite and of its golden files.
public let suiteVersion = "0.1.0"
