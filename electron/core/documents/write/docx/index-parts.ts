/** An index: entries that lead to their headings, with the numbers of the pages filled in. */
import type { Block } from '#shared/model/outline.ts'
import { indexColumns } from '../index-look.ts'
import { index as look } from '../look.ts'
import type { Around } from './blocks.ts'
import { paragraph, type Raw, runsXml } from './raw.ts'
import type { DocxRoom, DocxScene } from './scene.ts'
import { twips } from './units.ts'

export type Index = Extract<Block, { b: 'index' }>

/** `columns` is how many the section around it has. */
export function indexParts(block: Index, room: DocxRoom, scene: DocxScene, around: Around, columns = 1): Raw[] {
  const { width } = indexColumns(columns, room.width)
  return block.groups.flatMap((group, groupAt) => {
    const first = groupAt === 0 ? around : null
    const [leading, ...others] = group.label === '' ? [undefined, ...group.entries] : group.entries
    const label = group.label === '' ? [] : [groupPart(group.label, leading, width, scene, first)]
    const entries = others.flatMap((entry, at) =>
      entry === undefined ? [] : entryPart(entry, width, scene, first?.pageBreak === true && at === 0 && label.length === 0),
    )
    return [...label, ...entries]
  })
}

type Entry = Index['groups'][number]['entries'][number]

/**
 * A group's name and its first entry are one paragraph: a name that is kept with the next paragraph keeps LibreOffice from making the columns
 * of one length.
 */
function groupPart(text: string, first: Entry | undefined, width: number, scene: DocxScene, around: Around | null): Raw {
  const name = runsXml([{ text: text.replaceAll('\n', ' '), bold: true }], { size: look.groupSize, bold: false }, look.size)
  return paragraph(
    {
      style: 'IndexGroup',
      pageBreak: around?.pageBreak,
      before: around ? (around.pageTop ? 0 : twips(around.before)) : undefined,
      dotsTo: first === undefined ? undefined : twips(width),
    },
    first === undefined ? name : `${name}<w:r><w:br/></w:r>${entryXml(first, scene)}`,
  )
}

const entryPart = (entry: Entry, width: number, scene: DocxScene, pageBreak: boolean): Raw =>
  paragraph({ style: 'IndexEntry', pageBreak, dotsTo: twips(width) }, entryXml(entry, scene))

function entryXml(entry: Entry, scene: DocxScene): string {
  const text = runsXml([{ text: entry.text.replaceAll('\n', ' ') }], { size: look.size, bold: false }, look.size)
  if (!scene.reachable.has(entry.id)) return text
  const anchor = scene.target(entry.id)
  const number = `<w:fldSimple w:instr="PAGEREF ${anchor} \\h"><w:r><w:t>${scene.pages.get(entry.id) ?? 1}</w:t></w:r></w:fldSimple>`
  return `<w:hyperlink w:history="1" w:anchor="${anchor}">${text}<w:r><w:tab/></w:r>${number}</w:hyperlink>`
}
