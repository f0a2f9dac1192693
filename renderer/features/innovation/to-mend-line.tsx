/** What the coach gave back, with the way to it: the first thing a team has to know. */
import { IconPencilExclamation } from '@tabler/icons-react'
import { canvasOf, formOf } from '#shared/rules/packs.ts'
import { toMendIn } from '#shared/rules/to-mend.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function ToMendLine() {
  const { value } = useInnovation()
  const { id } = useOpenLab()
  const packs = usePacks()
  const t = useText()
  const both = useBoth()
  const all = toMendIn(value.reviews)
  if (all.length === 0) return null
  return (
    <p className={style.mend}>
      <IconPencilExclamation size={18} stroke={1.75} aria-hidden />
      <span>{t('innovation.mendLine')}</span>
      {all.map(({ of, n }) => {
        const form = canvasOf(packs, of) === undefined ? formOf(packs, of) : undefined
        const title = both((form ?? canvasOf(packs, of))?.title ?? { id: of, en: of })
        return (
          <a key={of} href={form === undefined ? places.canvas(id, value.id, of) : places.proposal(id, value.id, of)}>
            {title} <b>{n}</b>
          </a>
        )
      })}
    </p>
  )
}
