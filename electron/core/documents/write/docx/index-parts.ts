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
    const first = groupAt === 0
    const label = group.label === '' ? [] : [groupPart(group.label, first ? around : null)]
    const entries = group.entries.map((entry, at) =>
      entryPart(entry, width, scene, first && at === 0 && label.length === 0 && around.pageBreak),
    )
    return [...label, ...entries]
  })
}

const groupPart = (text: string, around: Around | null): Raw =>
  paragraph(
    { style: 'IndexGroup', pageBreak: around?.pageBreak, before: around ? (around.pageTop ? 0 : twips(around.before)) : undefined },
    runsXml([{ text }], { size: look.groupSize, bold: false }, look.groupSize),
  )

function entryPart(entry: Index['groups'][number]['entries'][number], width: number, scene: DocxScene, pageBreak: boolean): Raw {
  const text = runsXml([{ text: entry.text.replaceAll('\n', ' ') }], { size: look.size, bold: false }, look.size)
  const anchor = scene.target(entry.id)
  const number = `<w:fldSimple w:instr="PAGEREF ${anchor} \\h"><w:r><w:t>${scene.pages.get(entry.id) ?? 1}</w:t></w:r></w:fldSimple>`
  const link = `<w:hyperlink w:history="1" w:anchor="${anchor}">${text}<w:r><w:tab/></w:r>${number}</w:hyperlink>`
  return paragraph({ style: 'IndexEntry', pageBreak, dotsTo: twips(width) }, scene.reachable.has(entry.id) ? link : text)
}
