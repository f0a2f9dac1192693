/** Writes the pages of `docs/` that follow from the source: `node test/docs/write.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canvasReference } from './canvas-reference.ts'

writeFileSync(join(import.meta.dirname, '../../docs/canvases.md'), canvasReference())
