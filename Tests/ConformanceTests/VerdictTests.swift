// The tests of the module Conformance.
