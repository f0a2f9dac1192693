/**
 * The first thing that runs. It is small, and asks for everything that the address needs at once: the lab, the documents, and
 * the much larger part that draws. By the time that part is here, most of the answers are too.
 */
import { openDocs } from '../collab/open-docs.ts'
import { createLabData } from '../lab/data.ts'
import { openWire } from '../lab/wire.ts'
import { docsOf, partsOf } from './needed.ts'

const place = document.getElementById('root')
if (place) void start(place)

async function start(place: HTMLElement): Promise<void> {
  const drawing = import('./draw.tsx')
  const wire = await openWire(window)
  const docs = openDocs(wire)
  const data = createLabData(wire.client)
  const names = docsOf(window.location.hash)
  const opened = names.map((name) => docs.ahead(name))
  // Nearly every page of a lab shows how its innovations stand; a page that has to ask again says why it was refused.
  if (names.length > 0) opened.push(data.loadOverview(partsOf(window.location.hash).lab).catch(() => undefined))
  // The list of labs is what the first page is made of; a lab's own pages do not wait for it.
  const begun = names.length === 0 ? Promise.all([data.begin(), data.loadLabs()]) : data.begin()
  // Whoever draws hears of a refusal; until then it is not one that nobody handles.
  begun.catch(() => undefined)
  const { draw } = await drawing
  await draw(place, { wire, docs, data, begun, opened })
}
