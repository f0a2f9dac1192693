/** Where the letters of a short name come from in the long one: letter by letter, in the long name itself, and what to do about the rest. */
import { IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Value } from '#shared/model/lab.ts'
import { type Acronym, type AcronymPlace, acronymOf } from '#shared/rules/acronym.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './acronym.module.css'
import { splitAt, wholeWords } from './acronym-parts.ts'

export function AcronymHelp({ long, of }: { readonly long: Value; readonly of: string }) {
  const { def, canvas, value } = useSessionOf('form')
  const t = useText()
  const short = withFacts(def, canvas, value).fields[of]
  const [from, into] = [typeof short === 'string' ? short.trim() : '', typeof long === 'string' ? long.trim() : '']
  const acronym = useMemo(() => acronymOf(from, into), [from, into])
  if (from === '' || into === '' || acronym.letters.length === 0) return <p className={style.quiet}>{t('form.acronymNeeds')}</p>
  const placed = acronym.letters.length - acronym.missing.length
  return (
    <section className={style.help} aria-label={t('form.acronym')}>
      <h3>{t('form.acronym')}</h3>
      <LongName acronym={acronym} long={into} />
      <ol className={style.letters}>
        {acronym.letters.map(({ letter, at, word }) => {
          const from = word === null ? undefined : acronym.words[word]?.text
          return (
            <li key={at} data-missing={from === undefined || undefined}>
              <b aria-hidden>{letter}</b>
              <small aria-hidden>{from ?? '?'}</small>
              <span className={style.spoken}>
                {from === undefined ? t('form.acronymMissing', { letter }) : t('form.acronymFrom', { letter, word: from })}
              </span>
            </li>
          )
        })}
      </ol>
      <p className={style.sum}>
        {acronym.missing.length === 0 ? (
          <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        ) : (
          <IconHelpCircle size={16} stroke={1.75} aria-hidden />
        )}
        {acronym.missing.length === 0
          ? t('form.acronymAll', { n: placed })
          : t('form.acronymSome', { n: placed, of: acronym.letters.length })}
      </p>
      <Proposals acronym={acronym} short={from} />
    </section>
  )
}

/** Bold and underlined, so that the marks are seen without colour; heard as one sentence from the list of letters. */
function LongName({ acronym, long }: { readonly acronym: Acronym; readonly long: string }) {
  const parts = splitAt(long, acronym.marks)
  return (
    <p className={style.long}>
      {parts.map(({ text, marked, at }) => (marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
    </p>
  )
}

/** What could be done about each missing letter. A word of which nothing is given stands for itself and is said once. */
function Proposals({ acronym, short }: { readonly acronym: Acronym; readonly short: string }) {
  const t = useText()
  if (acronym.proposals.length === 0) return null
  const whole = wholeWords(short, acronym)
  const letterAt = (at: number): string => acronym.letters[at]?.letter ?? ''
  const wordOf = ({ text, start, loses }: AcronymPlace): string => {
    const remarks = [
      start ? t('form.acronymBegins') : '',
      loses.length === 0 ? '' : t('form.acronymLoses', { letters: [...new Set(loses.map(letterAt))].join(', ') }),
    ].filter((remark) => remark !== '')
    return `“${text}”${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`
  }
  return (
    <ul className={style.proposals}>
      {whole.map(({ word }) => (
        <li key={word}>{t('form.acronymWhole', { word })}</li>
      ))}
      {acronym.proposals
        .filter(({ letter }) => !whole.some(({ letters }) => letters.has(letter)))
        .map(({ letter: at, places }) => {
          const letter = letterAt(at)
          const words = [...new Set(places.map(wordOf))].join(', ')
          return <li key={at}>{places.length === 0 ? t('form.acronymNowhere', { letter }) : t('form.acronymCould', { letter, words })}</li>
        })}
    </ul>
  )
}
