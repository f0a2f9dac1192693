/** One document in the list. */
import {
  IconAward,
  IconBook2,
  IconClipboardList,
  IconFileText,
  IconMail,
  IconMessages,
  IconPhoto,
  IconSignature,
  type TablerIcon,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { DocumentDef } from '#shared/model/pack.ts'
import { StatusChip } from '../../parts/index.ts'
import type { Line } from './lines.ts'

/** By what the document is made of; any other is a sheet with text. */
function iconOf(def: DocumentDef | undefined): TablerIcon {
  if (def === undefined) return IconFileText
  if (def.builder === 'certificate') return IconAward
  if (def.builder === 'directory' || def.contents) return IconBook2
  if (def.builder === 'drawn') return IconPhoto
  if (def.workbook === 'attendance') return IconClipboardList
  if (def.parts.some(({ part }) => part === 'letter_head')) return IconMail
  if (def.parts.some((part) => part.part === 'piece' && part.of === 'session.notes')) return IconMessages
  return def.signature.length > 1 ? IconSignature : IconFileText
}

type Props = { readonly line: Line; readonly current: boolean; readonly withAbout?: boolean; readonly choose: () => void }

export function EntryLine({ line, current, withAbout = false, choose }: Props) {
  const Icon = iconOf(line.def)
  const own = useRef<HTMLLIElement>(null)
  // Only when the list appears: whoever chooses a line sees it already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const small = [withAbout ? line.about : '', line.small].filter((part) => part !== '').join(' · ')
  return (
    <li ref={own}>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={choose}>
        <Icon size={18} stroke={1.75} aria-hidden />
        <span>
          <b>{line.title}</b>
          {small !== '' && <small>{small}</small>}
        </span>
        <StatusChip tone={line.chip.tone}>{line.chip.text}</StatusChip>
      </button>
    </li>
  )
}
