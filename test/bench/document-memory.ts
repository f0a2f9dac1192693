/** `node document-memory.ts SOURCE FORMAT`: writes one document in a process of its own and prints the most memory it took, in bytes. */
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { clockIso, fontsFolder, outlineOf, sourceNames } from './document-sources.ts'

const [source, format] = process.argv.slice(2)
const name = sourceNames.find((one) => one === source)
if (name === undefined) throw new Error(`there is no ${source}`)
const outline = await outlineOf(name)
await (format === 'pdf' ? writePdf : writeDocx)(outline, { clockIso, fontsFolder })
console.log(process.resourceUsage().maxRSS * 1024)
