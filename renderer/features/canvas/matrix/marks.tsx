/** Remarks the definition makes about a value: a sign and a word, never a colour alone. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ColumnMark } from '#shared/model/pack.ts'
import { useBoth } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'

const looks = {
  baik: { tone: 'ok', icon: IconCircleCheck },
  perhatian: { tone: 'warn', icon: IconInfoCircle },
  buruk: { tone: 'bad', icon: IconAlertTriangle },
} as const

export function Marks({ marks }: { readonly marks: readonly ColumnMark[] }) {
  const both = useBoth()
  return marks.map((mark) => (
    <StatusChip key={mark.column + mark.label.id} tone={looks[mark.tone].tone} icon={looks[mark.tone].icon}>
      {both(mark.label)}
    </StatusChip>
  ))
}
