/** Kept versions of the proposal: keeping one, comparing any with now or with another, and going back to it. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowLeft, IconDeviceFloppy, IconSend, IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { sameContent, type VersionContent } from '#shared/doc/versions.ts'
import type { ProposalVersion } from '#shared/model/evidence.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { EmptyState, StatusChip } from '../../../parts/index.ts'
import { sectionNumber, useDesk } from '../desk.tsx'
import { compareHeaders, compareSections } from './compare.ts'
import { ComparedHead, ComparedSection } from './compared.tsx'
import css from './history.module.css'
import { sectionsOf, useVersionActs, useVersionName, useVersions, useVersionTime } from './versions.ts'

/** Stands for the proposal as it is at this moment. */
const now = 'now'

export function History() {
  const { view, show } = useDesk()
  const t = useText()
  const versions = useVersions()
  const [chosen, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string>(now)
  const from = versions.find(({ id }) => id === chosen) ?? versions[0]
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    if (view === 'history') top.current?.focus()
  }, [view])
  return (
    <section
      ref={top}
      className={css.history}
      tabIndex={-1}
      aria-label={t('proposal.history')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) show('write')
      }}
    >
      <div className={css.side}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
          onClick={() => show('write')}
        >
          {t('proposal.backToWriting')}
        </Button>
        <KeepForm />
        <VersionList versions={versions} chosen={from?.id} choose={setFrom} />
      </div>
      {from === undefined ? (
        <div className={css.compare}>
          <EmptyState inside text={t('proposal.noVersions')} />
        </div>
      ) : (
        <Compare versions={versions} from={from} to={versions.find(({ id }) => id === to) ?? null} setFrom={setFrom} setTo={setTo} />
      )}
    </section>
  )
}

function KeepForm() {
  const { readOnly, announce } = useDesk()
  const t = useText()
  const { keep } = useVersionActs()
  const [label, setLabel] = useState('')
  const [said, setSaid] = useState('')
  if (readOnly) return null
  return (
    <form
      className={css.keep}
      onSubmit={(event) => {
        event.preventDefault()
        const kept = keep(label.trim())
        const sentence = t(kept ? 'proposal.versionKept' : 'proposal.versionSame')
        if (kept) setLabel('')
        setSaid(sentence)
        announce(sentence)
      }}
    >
      <TextInput
        label={t('proposal.versionLabel')}
        placeholder={t('proposal.versionHint')}
        maxLength={80}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <Button type="submit" variant="light" size="sm" fullWidth leftSection={<IconDeviceFloppy size={16} stroke={1.75} aria-hidden />}>
        {t('proposal.keepVersion')}
      </Button>
      {said !== '' && <p>{said}</p>}
    </form>
  )
}

type ListProps = {
  readonly versions: readonly ProposalVersion[]
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
}

function VersionList({ versions, chosen, choose }: ListProps) {
  const t = useText()
  const nameOf = useVersionName()
  const timeOf = useVersionTime()
  return (
    <ol className={css.versions} aria-label={t('proposal.versions')}>
      {versions.map((version) => (
        <li key={version.id}>
          <button type="button" aria-current={version.id === chosen ? 'true' : undefined} onClick={() => choose(version.id)}>
            <b>
              {version.kind === 'submitted' && <IconSend size={14} stroke={1.75} aria-hidden />}
              {nameOf(version)}
            </b>
            <small>
              {version.by}, {timeOf(version.at)}
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}

type CompareProps = {
  readonly versions: readonly ProposalVersion[]
  readonly from: ProposalVersion
  /** Null: the proposal as it is now. */
  readonly to: ProposalVersion | null
  readonly setFrom: (id: string) => void
  readonly setTo: (id: string) => void
}

function Compare({ versions, from, to, setFrom, setTo }: CompareProps) {
  const { form, value, doc, readOnly } = useDesk()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const wide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false }) ?? false
  const { remove, restore } = useVersionActs()
  const nameOf = useVersionName()
  const timeOf = useVersionTime()
  const present: VersionContent = value.proposals[form.id] ?? { header: {}, sections: {} }
  const other = to ?? present
  const keys = sectionsOf(
    doc,
    form.id,
    form.sections.map(({ key }) => key),
  )
  const titleOf = (key: string): string => {
    const section = form.sections.find((one) => one.key === key)
    return section === undefined ? key : `${sectionNumber(form, key)}. ${both(section.title)}`
  }
  const fields = useMemo(
    () => compareHeaders(form.header, from.header, other.header, language),
    [form.header, from.header, other.header, language],
  )
  const equal = useMemo(() => sameContent(from, present), [from, present])
  const options = versions.map((one) => ({ value: one.id, label: `${nameOf(one)} (${timeOf(one.at)})` }))
  const back = (sections: readonly string[], header: boolean, title: string) => () => {
    // What is kept before it is the newest version then; this one goes on being looked at.
    setFrom(from.id)
    restore(from, { sections, header }, t('proposal.restored', { title, name: nameOf(from) }))
  }
  const headBack = !readOnly && compareHeaders(form.header, from.header, present.header, language).length > 0
  return (
    <div className={css.compare}>
      <div className={css.compareHead}>
        <NativeSelect
          label={t('proposal.compareFrom')}
          value={from.id}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          data={options}
        />
        <NativeSelect
          label={t('proposal.compareTo')}
          value={to?.id ?? now}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          data={[{ value: now, label: t('proposal.versionNow') }, ...options]}
        />
        {!readOnly && (
          <div className={css.compareActs}>
            <Button
              size="sm"
              variant="light"
              disabled={equal}
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              onClick={back(keys, true, t('proposal.wholeProposal'))}
            >
              {t('proposal.restoreAll')}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
              onClick={() => remove(from)}
            >
              {t('proposal.removeVersion')}
            </Button>
          </div>
        )}
      </div>
      {wide && (
        <div className={css.columnHeads} aria-hidden="true">
          <b>{nameOf(from)}</b>
          <b>{to === null ? t('proposal.versionNow') : nameOf(to)}</b>
        </div>
      )}
      {equal && to === null && <StatusChip tone="ok">{t('proposal.sameAsNow')}</StatusChip>}
      <ComparedHead fields={fields} restore={headBack ? back([], true, t('proposal.identity')) : null} />
      {keys.map((key) => (
        <Section
          key={key}
          title={titleOf(key)}
          from={from.sections[key]}
          to={other.sections[key]}
          present={present.sections[key]}
          wide={wide}
          back={readOnly ? null : back([key], false, titleOf(key))}
        />
      ))}
    </div>
  )
}

type SectionProps = {
  readonly title: string
  readonly from: VersionContent['sections'][string] | undefined
  readonly to: VersionContent['sections'][string] | undefined
  readonly present: VersionContent['sections'][string] | undefined
  readonly wide: boolean
  readonly back: (() => void) | null
}

function Section({ title, from, to, present, wide, back }: SectionProps) {
  const differs = useMemo(() => compareSections(from, present).differs, [from, present])
  return <ComparedSection title={title} before={from} after={to} sideBySide={wide} restore={differs ? back : null} />
}
