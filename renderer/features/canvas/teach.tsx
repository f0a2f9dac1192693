/** What an empty canvas says: how it is filled, one example, and what it can take over from earlier canvases. */
import { useBoth, useText } from '../../app/text.ts'
import style from './canvas.module.css'
import { useSession } from './session.tsx'
import { TakeOffers, TakesLater } from './trail/take-offers.tsx'

export function Teach() {
  const { def } = useSession()
  const t = useText()
  const both = useBoth()
  return (
    <aside className={style.teach} aria-label={t('canvas.howTo')}>
      <h2>{t('canvas.howTo')}</h2>
      <p>{both(def.help)}</p>
      <p className={style.example}>
        <strong>{t('canvas.example')}</strong> {both(def.example)}
      </p>
      <div className={style.offers}>
        <TakeOffers open main />
      </div>
      <TakesLater />
    </aside>
  )
}
