/** What is missing before the proposal can be handed in; every line leads to its place. */
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { type Shortcoming, shortcomings } from '#shared/rules/readiness.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { identityKey, useDesk } from '../desk.tsx'
import css from './panel.module.css'

/** Counted for today, since a pack does not say when registration closes. */
export function useShortcomings(): readonly Shortcoming[] {
  const { form, value } = useDesk()
  const { timeZone } = useOpenLab().lab
  return useMemo(() => shortcomings(form, value, localDay(nowIso(), timeZone)), [form, value, timeZone])
}

export function Readiness() {
  const { open, showTab } = useDesk()
  const t = useText()
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  const found = useShortcomings()
  const sentence = useSentence()
  const go = (one: Shortcoming) => {
    switch (one.kind) {
      case 'header':
        return open(identityKey, { field: one.key })
      case 'age':
        return open(identityKey, { field: 'tanggal_mulai' })
      case 'section':
        return open(one.key, {})
      case 'review':
        open(one.key, {})
        return showTab('coach')
    }
  }
  if (found.length === 0)
    return (
      <p className={css.ready}>
        <IconCircleCheck size={18} stroke={1.75} aria-hidden />
        {t('proposal.ready')}
      </p>
    )
  return (
    <>
      <h2 className={css.panelTitle}>{t('proposal.notReady', { n: found.length })}</h2>
      <ul className={css.lacks}>
        {found.map((one) => (
          <li key={`${one.kind}/${one.kind === 'age' ? '' : one.key}`}>
            <button type="button" onClick={() => go(one)}>
              <IconAlertTriangle
                size={16}
                stroke={1.75}
                aria-hidden
                data-over={(one.kind === 'section' && one.state === 'lebih') || undefined}
              />
              <span>{sentence(one)}</span>
              <IconChevronRight size={16} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p className={css.small}>{t('proposal.countedOn', { day: formatDay(localDay(nowIso(), timeZone), language) })}</p>
    </>
  )
}

function useSentence(): (one: Shortcoming) => string {
  const { form } = useDesk()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const title = (key: string) => {
    const section = form.sections.find((one) => one.key === key)
    return section === undefined ? key : both(section.title)
  }
  return (one) => {
    switch (one.kind) {
      case 'header': {
        const field = form.header.find(({ key }) => key === one.key)
        return t('proposal.missHeader', { label: field === undefined ? one.key : both(field.label) })
      }
      case 'age':
        return t('proposal.tooYoung', { years: one.years, needs: one.needs })
      case 'review':
        return t('proposal.sentBack', { title: title(one.key) })
      case 'section': {
        const key = one.state === 'kosong' ? 'proposal.missSection' : one.state === 'kurang' ? 'proposal.tooShort' : 'proposal.tooLong'
        return t(key, { title: title(one.key), n: formatNumber(one.by, language) })
      }
    }
  }
}
