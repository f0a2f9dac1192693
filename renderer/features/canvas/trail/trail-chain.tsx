/** The trail of one thing as a vertical chain: older above, this one in the middle, what it became below. */
import {
  IconForms,
  IconHierarchy2,
  IconLayoutBoard,
  IconLayoutGrid,
  IconLinkOff,
  IconPencil,
  IconPointFilled,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react'
import { removeLink } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSession } from '../session.tsx'
import { chainOf, endKey, type TrailStep, textAt } from './chain.ts'
import style from './trail.module.css'

const icons: Readonly<Record<CanvasDef['kind'], TablerIcon>> = {
  board: IconLayoutBoard,
  tree: IconHierarchy2,
  grid: IconTable,
  matrix: IconLayoutGrid,
  form: IconForms,
}

export function TrailChain({ end }: { readonly end: TrailEnd }) {
  const { value } = useSession()
  const t = useText()
  const { before, after } = chainOf(value.trail, end)
  return (
    <ol className={style.chain}>
      {before.map((step) => (
        <Step key={step.link.id + endKey(step.end)} step={step} />
      ))}
      {before.length === 0 ? <li className={style.none}>{t('canvas.trailStart')}</li> : null}
      <li className={style.me}>
        <span className={style.dot}>
          <IconPointFilled size={16} aria-hidden />
        </span>
        <div>
          <small>{t('canvas.trailThis')}</small>
          <p>{end.quote === '' ? t('canvas.noText') : end.quote}</p>
        </div>
      </li>
      {after.map((step) => (
        <Step key={step.link.id + endKey(step.end)} step={step} />
      ))}
      {after.length === 0 ? <li className={style.none}>{t('canvas.trailEnd')}</li> : null}
    </ol>
  )
}

function Step({ step }: { readonly step: TrailStep }) {
  const { value, defs, goTo, act, desk, readOnly } = useSession()
  const t = useText()
  const both = useBoth()
  const def = defs.find((one) => one.id === step.end.of)
  const Icon = step.end.place === 'section' || def === undefined ? IconPencil : icons[def.kind]
  const now = textAt(value, step.end)
  const place = step.end.place === 'section' ? t('canvas.proposal') : def === undefined ? step.end.of : both(def.title)
  const fieldDef = def?.kind === 'form' ? def.fields.find((field) => field.key === step.end.key) : undefined
  const text = step.end.place === 'item' && now !== null && now !== '' ? now : step.end.quote
  return (
    <li>
      <span className={style.dot}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div>
        <small>
          {place}
          {fieldDef === undefined ? '' : `, ${both(fieldDef.label)}`}
          {now === null ? `, ${t('canvas.trailGone')}` : ''}
        </small>
        {now === null ? (
          <p>{text}</p>
        ) : (
          <button type="button" className={style.jump} onClick={() => goTo(step.end)}>
            {text === '' ? t('canvas.noText') : text}
          </button>
        )}
      </div>
      {readOnly || step.depth > 1 ? null : (
        <button
          type="button"
          className={style.cut}
          aria-label={t('canvas.unlink', { place })}
          onClick={() => act(() => removeLink(desk.doc, step.link.id, byPerson))}
        >
          <IconLinkOff size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </li>
  )
}
