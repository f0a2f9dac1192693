/** The identity and the sections with how far each is written; on a phone a plain choice. */
import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconId } from '@tabler/icons-react'
import { reviewKey } from '#shared/doc/innovation.ts'
import type { Value } from '#shared/model/lab.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import type { SectionCount } from '#shared/rules/readiness.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { identityKey, sectionNumber, useDesk } from './desk.tsx'
import css from './proposal.module.css'

export const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

export function SectionList() {
  const { form, counts, at, open } = useDesk()
  const t = useText()
  const both = useBoth()
  const countWord = useCountWord()
  const identityWord = useIdentityWord()
  return (
    <nav className={css.list} aria-label={t('proposal.sections')}>
      <Total />
      <NativeSelect
        className={css.choice ?? ''}
        aria-label={t('proposal.sections')}
        value={at}
        onChange={({ currentTarget }) => open(currentTarget.value)}
        data={[
          { value: identityKey, label: `${t('proposal.identity')} (${identityWord})` },
          ...form.sections.map(({ key, title }) => ({
            value: key,
            label: `${sectionNumber(form, key)}. ${both(title)} (${countWord(counts.find((one) => one.key === key))})`,
          })),
        ]}
      />
      <ol>
        <li>
          <button
            type="button"
            className={css.entry}
            aria-current={at === identityKey ? 'true' : undefined}
            onClick={() => open(identityKey)}
          >
            <span className={css.number} aria-hidden="true">
              <IconId size={14} stroke={2} />
            </span>
            <span className={css.entryBody}>
              <b>{t('proposal.identity')}</b>
              <small>
                <em>{identityWord}</em>
              </small>
            </span>
          </button>
        </li>
        {form.sections.map(({ key }) => (
          <SectionEntry key={key} at={key} />
        ))}
      </ol>
    </nav>
  )
}

function SectionEntry({ at: key }: { readonly at: string }) {
  const { form, counts, at, open, value } = useDesk()
  const t = useText()
  const both = useBoth()
  const countWord = useCountWord()
  const toMend = value.reviews[reviewKey(form.id, key)]?.state === 'perlu_perbaikan'
  const section = form.sections.find((one) => one.key === key)
  const count = counts.find((one) => one.key === key)
  if (section === undefined || count === undefined) return null
  const now = at === key
  const part = count.max === null ? (count.words > 0 ? 1 : 0) : Math.min(1, count.words / count.max)
  return (
    <li>
      <button
        type="button"
        className={css.entry}
        data-state={count.state}
        aria-current={now ? 'true' : undefined}
        onClick={() => open(key)}
      >
        <span className={css.number} aria-hidden="true">
          {count.state === 'pas' && !now ? <IconCheck size={14} stroke={2.25} /> : sectionNumber(form, key)}
        </span>
        <span className={css.entryBody}>
          <b>{both(section.title)}</b>
          <span className={css.bar} aria-hidden="true">
            <i style={{ width: `${part * 100}%` }} />
          </span>
          <small>
            <em>{countWord(count)}</em>
            {section.weight !== undefined && <span>{t('proposal.weight', { n: section.weight })}</span>}
          </small>
          {toMend && (
            <small data-mend>
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
              {t('proposal.toMend')}
            </small>
          )}
        </span>
      </button>
    </li>
  )
}

/** `sisa 188 kata`, `lebih 55 kata`, `kurang 20 kata`, `belum diisi`. */
function useCountWord(): (count: SectionCount | undefined) => string {
  const t = useText()
  const language = useLanguage()
  return (count) => {
    if (count === undefined || count.state === 'kosong') return t('proposal.empty')
    const n = (value: number) => formatNumber(value, language)
    if (count.state === 'kurang') return t('proposal.short', { n: n(count.min - count.words) })
    if (count.max === null) return t('proposal.words', { words: n(count.words) })
    return count.state === 'lebih'
      ? t('proposal.over', { n: n(count.words - count.max) })
      : t('proposal.left', { n: n(count.max - count.words) })
  }
}

function useIdentityWord(): string {
  const { form, value } = useDesk()
  const t = useText()
  const header = value.proposals[form.id]?.header ?? {}
  return t('proposal.filled', { n: form.header.filter(({ key }) => isFilled(header[key])).length, of: form.header.length })
}

function Total() {
  const { counts } = useDesk()
  const t = useText()
  const language = useLanguage()
  const words = counts.reduce((sum, one) => sum + one.words, 0)
  const max = counts.every((one) => one.max !== null) ? counts.reduce((sum, one) => sum + (one.max ?? 0), 0) : null
  return (
    <div className={css.total}>
      <p>
        {max === null
          ? t('proposal.words', { words: formatNumber(words, language) })
          : t('proposal.totalWords', { words: formatNumber(words, language), max: formatNumber(max, language) })}
      </p>
      {max !== null && (
        <span className={css.bar} aria-hidden="true">
          <i style={{ width: `${Math.min(1, words / max) * 100}%` }} />
        </span>
      )}
    </div>
  )
}
