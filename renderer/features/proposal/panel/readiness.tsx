/** What is missing before the proposal can be handed in, what must be mended first; every line leads to its place. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconChevronRight, IconCircleCheck, IconCircleX, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { closingOf, type FindingPlace, type SubmissionFinding, sayFinding } from '#shared/rules/submission.ts'
import { go, places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { copyText } from '../../../state/copy-text.ts'
import { type Desk, identityKey, useDesk } from '../desk.tsx'
import { wantFocus } from '../wanted.ts'
import { AgeLine, Closing, closingField } from './closing.tsx'
import { statementPlace } from './evidence.tsx'
import { findingsText, useAge } from './findings.ts'
import margin from './margin.module.css'
import { Rounds } from './rounds.tsx'

export function Readiness() {
  const { findings } = useDesk()
  const t = useText()
  const must = findings.filter(({ severity }) => severity === 'must')
  const should = findings.filter(({ severity }) => severity === 'should')
  return (
    <>
      <div className={margin.readyHead}>
        {findings.length === 0 ? (
          <p className={margin.ready}>
            <IconCircleCheck size={18} stroke={1.75} aria-hidden />
            {t('proposal.ready')}
          </p>
        ) : (
          <p>{t('proposal.notReady', { n: findings.length })}</p>
        )}
        <CopyList />
      </div>
      <Closing />
      <AgeLine />
      <Findings title={t('proposal.mustTitle')} findings={must} />
      <Findings title={t('proposal.shouldTitle')} findings={should} />
      <h3 className={margin.partTitle}>{t('proposal.handIn')}</h3>
      <Rounds />
    </>
  )
}

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly SubmissionFinding[] }) {
  const desk = useDesk()
  const language = useLanguage()
  if (findings.length === 0) return null
  return (
    <>
      <h3 className={margin.partTitle}>
        {title} <span>{findings.length}</span>
      </h3>
      <ul className={margin.lacks}>
        {findings.map((one) => {
          const Icon = one.severity === 'must' ? IconCircleX : IconAlertTriangle
          return (
            <li key={one.id}>
              <button type="button" onClick={() => lead(desk, one)} data-finding={one.kind}>
                <Icon size={16} stroke={1.75} aria-hidden data-severity={one.severity} />
                <span>{sayFinding(one, language)}</span>
                <IconChevronRight size={16} stroke={1.75} aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What a section lacks beside its text is mended in the panel. */
const inPanel = {
  no_evidence: 'evidence',
  attachment_missing: 'evidence',
  too_many_attachments: 'evidence',
  trail_unused: 'sources',
  sent_back: 'coach',
} as const
const panelOf = (kind: SubmissionFinding['kind']) => Object.entries(inPanel).find(([key]) => key === kind)?.[1]

function lead(desk: Desk, { place, kind }: Pick<SubmissionFinding, 'place' | 'kind'>): void {
  const { lab, innovation, open, showTab } = desk
  if (place.at === 'header') open(identityKey, { field: place.key })
  else if (place.at === 'section') {
    const tab = panelOf(kind)
    // Evidence is attached in the panel; for all else the cursor goes into the text.
    open(place.key, tab === 'evidence' ? undefined : {})
    if (tab !== undefined) showTab(tab)
  } else if (place.at === 'statement') {
    wantFocus(statementPlace, place.key)
    showTab('evidence')
  } else if (place.at === 'evidence') leadToEvidence(desk, place)
  else if (place.at === 'indicator') go(places.maturity(lab, innovation, place.set))
  else if (place.at === 'innovation') go(places.innovation(lab, innovation))
  else document.getElementById(closingField)?.focus()
}

/** Beside its section where it belongs to one, else on the page of all evidence. */
function leadToEvidence({ form, value, lab, innovation, open, showTab }: Desk, { id }: Extract<FindingPlace, { at: 'evidence' }>): void {
  const targets = value.evidence.find((one) => one.id === id)?.targets.filter(({ of }) => of === form.id) ?? []
  const section = targets.find(({ kind }) => kind === 'section')
  if (section !== undefined) open(section.key)
  if (targets.length > 0) showTab('evidence')
  else go(places.evidence(lab, innovation))
}

function CopyList() {
  const { form, value, findings, announce } = useDesk()
  const { lab } = useOpenLab()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const age = useAge(form, value)
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    const text = findingsText({ name: value.name, form: both(form.short), findings, age, closing: closingOf(form, lab) }, language, t)
    const sentence = t((await copyText(text)) ? 'proposal.copied' : 'proposal.notCopied')
    setSaid(sentence)
    announce(sentence)
  }
  return (
    <Button variant="default" size="compact-sm" leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />} onClick={() => void copy()}>
      {said === '' ? t('proposal.copyList') : said}
    </Button>
  )
}
