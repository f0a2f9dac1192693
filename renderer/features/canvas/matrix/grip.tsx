/** What an entry of the list is carried by. The keyboard has Alt and the arrows for the same, so it is for the pointer only. */
import { IconGripVertical } from '@tabler/icons-react'
import { useText } from '../../../app/text.ts'
import style from './items.module.css'

export function Grip(handlers: React.HTMLAttributes<HTMLSpanElement>) {
  const t = useText()
  return (
    <span className={style.grip} title={t('matrix.grip')} aria-hidden {...handlers}>
      <IconGripVertical size={16} stroke={1.75} />
    </span>
  )
}
