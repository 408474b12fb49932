import Script
import Workbench

/// All that a script prints, warnings among it.
func printed(by code: String) throws -> String {
  var output = ""
  let session = Session(
    commands: Command.workbench, output: { output += $0 }, errors: { output += $0 })
  try session.run(Source(name: "test", text: code))
  return output
}
