// What every JavaScript adapter for `xent` shares: the lines, the bits, the hello and the bye. Node, and no packages.
//
// An adapter is a table of functions and one call of `run`. A function is given the arguments, the options and the
// cotangent, and gives the value, with the gradients that it can:
//
//     const { run, tensor } = require("./adapter.js");
//     const relu = {
//       arguments: ["x"],
//       call: ({ x }) => ({ value: tensor(x.shape, x.data.map((x) => Math.max(x, 0))) }),
//     };
//     run({ relu }, { name: "mine", version: "1.0" });
//
// Tensors are { shape, data }, row-major: data is a Float64Array, or an array of integers. A real option is a number.

"use strict";

const readline = require("node:readline");

// Throw it for an input that is refused. Refusing may be the right answer.
class Reject extends Error {}

// Throw it for what cannot be done. It never counts as a pass.
class Unsupported extends Error {}

const sizeOf = (shape) => shape.reduce((product, length) => product * length, 1);

// Bits and tensors

function tensor(shape, data) {
  const numbers = Float64Array.from(data);
  if (numbers.length !== sizeOf(shape)) throw new Error("the numbers do not fill the shape");
  return { shape, data: numbers };
}

function decoded({ shape, bits, integers }) {
  if (integers !== undefined) return { shape, data: integers };
  const bytes = Buffer.from(bits, "hex");
  return tensor(shape, Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleBE(8 * i)));
}

function encoded({ shape, data }) {
  const bytes = Buffer.alloc(8 * data.length);
  data.forEach((number, i) => bytes.writeDoubleBE(number, 8 * i));
  return { shape, bits: bytes.toString("hex") };
}

const encodedAll = (tensors) => Object.fromEntries(Object.entries(tensors).map(([name, t]) => [name, encoded(t)]));

// An option as a number, a word or a boolean, which may come as a word.
function plain(option) {
  if (typeof option === "object") return decoded(option).data[0];
  return { true: true, false: false }[option] ?? option;
}

// Requests and replies

function answer(functions, request) {
  const known = Object.hasOwn(functions, request.function) ? functions[request.function] : undefined;
  if (known === undefined) throw new Unsupported(request.function);
  if (request.format !== "float64") throw new Unsupported(request.format);
  const [given, wanted] = [request.arguments ?? {}, request.gradient ?? []];
  const check = (names, list) => {
    for (const name of names) if (!(list ?? []).includes(name)) throw new Unsupported(name);
  };
  check(Object.keys(given), known.arguments);
  check(Object.keys(request.options ?? {}), known.options);
  check(wanted, known.gradient);

  const inputs = Object.fromEntries(Object.entries(given).map(([name, t]) => [name, decoded(t)]));
  const options = Object.entries(request.options ?? {}).map(([name, option]) => [name, plain(option)]);
  const cotangent = request.cotangent === undefined ? undefined : decoded(request.cotangent);
  const { value, gradient } = known.call(inputs, Object.fromEntries(options), cotangent);
  const reply = { value: encoded(value) };
  if (wanted.length > 0) {
    reply.gradient = encodedAll(Object.fromEntries(wanted.map((name) => [name, gradient[name]])));
  }
  return reply;
}

function replyTo(functions, request) {
  try {
    return { id: request.id, ...answer(functions, request) };
  } catch (problem) {
    if (problem instanceof Reject) return { id: request.id, reject: problem.message };
    if (problem instanceof Unsupported) return { id: request.id, unsupported: problem.message };
    console.error(problem);
    return { id: request.id, error: String(problem) };
  }
}

// The conversation

// Answers the lines of standard input until it ends. `profile` is the policies to be held to, `batch` how many requests
// may be in flight.
function run(functions, { name, version, profile = {}, batch = 64 }) {
  const declared = Object.entries(functions).map(([name, { options = [], gradient = [] }]) => {
    return [name, { formats: ["float64"], options, gradient }];
  });
  const hello = {
    protocol: 1, name, version, language: "javascript", functions: Object.fromEntries(declared), profile, batch,
  };
  let answered = 0;
  const lineReply = (line) => {
    let message;
    try {
      message = JSON.parse(line) ?? {};
    } catch (problem) {
      return { id: null, error: `the line is not JSON: ${problem.message}` };
    }
    if (message.id !== undefined) {
      answered += 1;
      return replyTo(functions, message);
    }
    if (message.hello !== undefined) return { hello };
    if (message.bye !== undefined) return { bye: { answered } };
    return { id: null, error: "the line is no hello, no bye and has no id" };
  };
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    process.stdout.write(JSON.stringify(lineReply(line)) + "\n");
  });
}

module.exports = { Reject, Unsupported, run, sizeOf, tensor };
