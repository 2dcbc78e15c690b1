import Property
import Testing
