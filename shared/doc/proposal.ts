/** Proposals of an innovation: header answers and one rich text for each section. */
import type * as Y from 'yjs'
import type { Innovation, Value } from '#shared/model/lab.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { readRich } from './rich.ts'
import { type AnyMap, assign, plainOf } from './values.ts'

export const headerMap = (doc: Y.Doc, form: string): AnyMap => doc.getMap(names.header(form))
export const sectionFragment = (doc: Y.Doc, form: string, section: string): Y.XmlFragment =>
  doc.getXmlFragment(names.section(form, section))

export function setHeader(doc: Y.Doc, form: string, field: string, value: Value, origin: Origin): void {
  doc.transact(() => assign(headerMap(doc, form), { [field]: value }), origin)
}

export function readProposals(doc: Y.Doc): Innovation['proposals'] {
  const found: Record<
    string,
    {
      form: string
      header: Record<string, Value>
      sections: Record<string, ReturnType<typeof readRich>>
    }
  > = {}
  const proposal = (form: string) => {
    found[form] ??= { form, header: {}, sections: {} }
    return found[form]
  }
  for (const name of [...doc.share.keys()]) {
    const [kind, form, section] = name.split('/')
    if (form === undefined) continue
    if (kind === 'header') {
      for (const [key, value] of headerMap(doc, form)) proposal(form).header[key] = plainOf(value)
    } else if (kind === 'section' && section !== undefined) {
      const rich = readRich(sectionFragment(doc, form, section))
      if ((rich.content ?? []).length > 0) proposal(form).sections[section] = rich
    }
  }
  return found
}
