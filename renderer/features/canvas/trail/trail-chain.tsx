/** The trail of one thing as a vertical path: older above, this one in the middle, what it became below. */
import { IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { byPerson } from '#shared/doc/origins.ts'
import { removeLink } from '#shared/doc/trail.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { chainOf, endKey, linkState, type TrailStep } from '#shared/rules/trail.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { stageColors, stageNumber } from '../../../parts/index.ts'
import { type EndWords, useEndWords } from '../../../trail/end-words.ts'
import { useSession } from '../session.tsx'
import style from './trail.module.css'

/** Steps of one direction drawn at once; a thing that became hundreds of others shows the nearest ones first. */
const near = 12

export function TrailChain({ end }: { readonly end: TrailEnd }) {
  const { value } = useSession()
  const t = useText()
  const wordsOf = useEndWords(value)
  const { before, after } = chainOf(value.trail, end)
  const [all, setAll] = useState(false)
  const above = all ? before : before.slice(-near)
  const below = all ? after : after.slice(0, near)
  const hidden = before.length + after.length - above.length - below.length
  const here = wordsOf(end)
  return (
    <>
      <ol className={style.chain}>
        {above.map((step) => (
          <Step key={endKey(step.end)} step={step} words={wordsOf(step.end)} way="source" />
        ))}
        {before.length === 0 ? <li className={style.none}>{t('canvas.trailStart')}</li> : null}
        <li className={style.me} aria-current="true">
          <Dot words={here} />
          {/* Carried onto the shelf below; the buttons there do the same. */}
          <div data-drag-end={endKey(end)}>
            <small>
              {t('canvas.trailThis')}
              {here.detail === '' ? '' : `, ${here.detail}`}
            </small>
            <p>{end.quote === '' ? t('canvas.noText') : end.quote}</p>
          </div>
        </li>
        {below.map((step) => (
          <Step key={endKey(step.end)} step={step} words={wordsOf(step.end)} way="result" />
        ))}
        {after.length === 0 ? <li className={style.none}>{t('canvas.trailEnd')}</li> : null}
      </ol>
      {hidden > 0 ? (
        <button type="button" className={style.jump} onClick={() => setAll(true)}>
          {t('trail.moreSteps', { n: hidden })}
        </button>
      ) : null}
    </>
  )
}

function Dot({ words }: { readonly words: EndWords }) {
  const Icon = words.icon
  return (
    <span className={style.dot} style={words.stage === null ? undefined : stageColors(words.stage)} data-stage={words.stage ?? undefined}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {words.stage === null ? null : <b aria-hidden>{stageNumber(words.stage)}</b>}
    </span>
  )
}

type StepProps = { readonly step: TrailStep; readonly words: EndWords; readonly way: 'source' | 'result' }

function Step({ step, words, way }: StepProps) {
  const { value, defs, goTo, act, desk, readOnly } = useSession()
  const t = useText()
  const language = useLanguage()
  const { end, link, depth } = step
  const state = linkState(link, value, defs, language)
  // A section is long; what was quoted says more about the step than its beginning.
  const text = end.place === 'section' || words.now === null ? end.quote : words.now
  const remark = words.now === null ? t('canvas.trailGone') : way === 'source' && state.is === 'changed' ? t('trail.changed') : ''
  return (
    <li data-depth={depth > 1 || undefined}>
      <Dot words={words} />
      <div>
        <small>
          {words.where}
          {remark === '' ? null : <em>{remark}</em>}
        </small>
        {words.now === null || !words.known ? (
          <p>{text === '' ? t('canvas.noText') : text}</p>
        ) : (
          <button type="button" className={style.jump} onClick={() => goTo(end)}>
            {text === '' ? t('canvas.noText') : text}
          </button>
        )}
        {way === 'source' && state.is === 'changed' ? (
          <p className={style.quoted}>{t('trail.asQuoted', { quote: link.from.quote })}</p>
        ) : null}
        <When by={link.by} at={link.at} />
      </div>
      {readOnly || depth > 1 ? null : (
        <button
          type="button"
          className={style.cut}
          aria-label={t('canvas.unlink', { place: words.where })}
          onClick={() => act(() => removeLink(desk.doc, link.id, byPerson))}
        >
          <IconLinkOff size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </li>
  )
}

/** Who made the link and on which day there. */
function When({ by, at }: { readonly by: string; readonly at: string }) {
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  const day = at === '' ? '' : formatDay(localDay(at, timeZone), language)
  const said = [by, day].filter((part) => part !== '').join(', ')
  return said === '' ? null : <small className={style.when}>{said}</small>
}
