import type { RichNode } from '#shared/model/lab.ts'
import { richTextPlain } from '#shared/rules/rich-text.ts'

/** Texts of the headings of a section, in lower case. */
export function headingsIn(node: RichNode | undefined): ReadonlySet<string> {
  const found = (node?.content ?? []).filter(({ type }) => type === 'heading').map((one) => richTextPlain(one).trim().toLocaleLowerCase())
  return new Set(found)
}
