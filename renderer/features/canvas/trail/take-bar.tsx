/** Over a canvas that holds something: what is new to take over, and what changed at its source. */
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useBoth, useText } from '../../../app/text.ts'
import { useSession } from '../session.tsx'
import { useChanged } from './changed.tsx'
import style from './take.module.css'
import { newIn, useOffers } from './take-offers.tsx'

export function TakeBar() {
  const { readOnly, openOffers, canvas } = useSession()
  const t = useText()
  const both = useBoth()
  const offers = useOffers().filter(({ things }) => things.length > 0)
  const changed = useChanged().length
  // Whoever called it done has seen what there was; a source that changed is news all the same.
  const count = canvas.state === 'selesai' ? 0 : newIn(offers)
  const [hiddenAt, setHiddenAt] = useState<string | null>(null)
  const state = `${count}/${changed}`
  if (readOnly || (count === 0 && changed === 0) || hiddenAt === state) return null
  const sources = [...new Set(offers.map(({ source }) => both(source.title)))]
  const said = [
    count === 0
      ? ''
      : t('trail.barNew', { n: count, place: sources.length > 2 ? t('trail.nCanvases', { n: sources.length }) : sources.join(', ') }),
    changed === 0 ? '' : t('trail.barChanged', { n: changed }),
  ]
  return (
    <div className={style.bar}>
      <span>{said.filter((part) => part !== '').join(' · ')}</span>
      <button type="button" onClick={openOffers}>
        {t('trail.look')}
      </button>
      <button type="button" className={style.fold} aria-label={t('trail.hideBar')} onClick={() => setHiddenAt(state)}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}
