/**
 * The first thing that runs. It is small, and asks for everything that the address needs at once: the lab, the documents, and
 * the much larger part that draws. By the time that part is here, most of the answers are too.
 */
import { openDocs } from '../collab/open-docs.ts'
import { createLabData } from '../lab/data.ts'
import { openWire } from '../lab/wire.ts'
import { docsOf } from './needed.ts'

const place = document.getElementById('root')
if (place) void start(place)

async function start(place: HTMLElement): Promise<void> {
  const drawing = import('./draw.tsx')
  const wire = await openWire(window)
  const docs = openDocs(wire)
  const data = createLabData(wire.client)
  const begun = data.begin()
  // Whoever draws hears of a refusal; until then it is not one that nobody handles.
  begun.catch(() => undefined)
  const opened = docsOf(window.location.hash).map((name) => docs.ahead(name))
  const { draw } = await drawing
  await draw(place, { wire, docs, data, begun, opened })
}
