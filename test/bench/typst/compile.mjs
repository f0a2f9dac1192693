/** `node compile.mjs SOURCE PDF FONTS`: prints how many milliseconds typst took to make the PDF, its own start not counted. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

// The native module itself: the package around it names builds for systems that are not on every registry.
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')

const [source, pdf, fonts] = process.argv.slice(2)
const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontPaths: [fonts] }] })
const start = performance.now()
const bytes = compiler.pdf({ mainFilePath: source })
const took = performance.now() - start
writeFileSync(pdf, bytes)
console.log(took)
