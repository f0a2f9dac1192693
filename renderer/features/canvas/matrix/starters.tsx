/** What many teams begin with, offered by one button and never put in by itself. */
import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { startersLeft } from './edits.ts'
import style from './items.module.css'
import type { MatrixActs } from './use-matrix.ts'

export function Starters({ acts }: { readonly acts: MatrixActs }) {
  const { def, items } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const left = startersLeft(def, items).length
  if (left === 0 || acts.readOnly) return null
  const word = { n: left, items: both(def.itemLabel).toLocaleLowerCase() }
  return (
    <div className={style.starters}>
      <Button variant="default" size="sm" leftSection={<IconListCheck size={16} stroke={1.75} aria-hidden />} onClick={acts.start}>
        {t(left === def.starters.length ? 'matrix.starters' : 'matrix.startersMore', word)}
      </Button>
      <p>{t('matrix.startersHint')}</p>
    </div>
  )
}
