/** How good a value is: a word with a sign, never a colour alone. */
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ColumnMark } from '#shared/model/pack.ts'
import { useBoth } from '../../../app/text.ts'
import { type Tone as ChipTone, StatusChip } from '../../../parts/index.ts'

type Tone = ColumnMark['tone']

export const toneLooks: Readonly<Record<Tone, { readonly tone: ChipTone; readonly icon: TablerIcon }>> = {
  baik: { tone: 'ok', icon: IconCircleCheck },
  perhatian: { tone: 'warn', icon: IconAlertTriangle },
  buruk: { tone: 'bad', icon: IconAlertOctagon },
}

export function ToneChip({ tone, children }: { readonly tone: Tone | undefined; readonly children: ReactNode }) {
  const look = tone === undefined ? { tone: 'plain' as const, icon: IconInfoCircle } : toneLooks[tone]
  return (
    <StatusChip tone={look.tone} icon={look.icon}>
      {children}
    </StatusChip>
  )
}

/** The gravest of several marks. */
export const gravest = (marks: readonly ColumnMark[]): ColumnMark | undefined =>
  (['buruk', 'perhatian', 'baik'] as const).flatMap((tone) => marks.find((mark) => mark.tone === tone) ?? [])[0]

export function MarkChips({ marks }: { readonly marks: readonly ColumnMark[] }) {
  const both = useBoth()
  return marks.map((mark) => (
    <ToneChip key={`${mark.column}/${mark.label.id}`} tone={mark.tone}>
      {both(mark.label)}
    </ToneChip>
  ))
}
