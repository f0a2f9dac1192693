/** A second process: opens the workspace named on its command line, says what it got, and closes it when its input ends. */
import { writeSync } from 'node:fs'
import { systemPorts } from '#core/ports.ts'
import { openWorkspace } from '#core/workspace/workspace.ts'

const workspace = await openWorkspace(process.argv[2] ?? '', systemPorts)
writeSync(1, `${JSON.stringify({ pid: process.pid, readOnly: workspace.readOnly, heldBy: workspace.heldBy })}\n`)
for await (const _ of process.stdin) {
  // Nothing is said to it; it waits for the end.
}
await workspace.close()
