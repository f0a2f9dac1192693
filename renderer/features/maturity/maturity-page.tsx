/** How mature one innovation is by a set of indicators: what is claimed, what evidence proves, and what the next level would earn. */
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { putClaim, readMaturity } from '#shared/doc/evidence.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { IndicatorSet } from '#shared/model/pack.ts'
import { maturityOf, uncountedEvidence } from '#shared/rules/maturity.ts'
import { indicatorsOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type Opened, OpenInnovation } from '../../lab/evidence/open-innovation.tsx'
import { useIndicatorSets } from '../../lab/evidence/sets.ts'
import { useEvidenceActs } from '../../lab/evidence/use-evidence.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, ErrorBanner, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { takeFocus } from '../../state/arrival.ts'
import { IndicatorRow } from './indicator-row.tsx'
import css from './maturity.module.css'
import { showIndicator } from './show-indicator.ts'
import { Standing } from './standing.tsx'

type Props = { readonly lab: LabId; readonly innovation: InnovationId; readonly set: string }

export function MaturityPage({ lab, innovation, set }: Props) {
  const found = indicatorsOf(usePacks(), set)
  return (
    <OpenInnovation lab={lab} innovation={innovation} className={css.page}>
      {(open) => (found === undefined ? <NoSet {...open} /> : <Page key={set} {...open} set={found} />)}
    </OpenInnovation>
  )
}

function Back({ value }: Pick<Opened, 'value'>) {
  const t = useText()
  return (
    <a className={css.back} href={places.innovation(value.lab, value.id)}>
      <IconArrowLeft size={16} stroke={1.75} aria-hidden />
      {t('evidence.back', { name: value.name })}
    </a>
  )
}

function NoSet({ value }: Opened) {
  const t = useText()
  usePageTitle(t('maturity.title'), value.name)
  return (
    <div className={css.page}>
      <Back value={value} />
      <EmptyState
        title={t('maturity.noSet')}
        text={t('maturity.noSetText')}
        acts={
          <Button component="a" href={places.guides()} variant="default">
            {t('maturity.seeGuides')}
          </Button>
        }
      />
    </div>
  )
}

function Page({ doc, value, readOnly, set }: Opened & { readonly set: IndicatorSet }) {
  const t = useText()
  const both = useBoth()
  const { id: lab, lab: labValue } = useOpenLab()
  usePageTitle(`${t('maturity.title')}: ${both(set.short)}`, value.name, labValue.region)
  const acts = useEvidenceActs(lab, doc, readOnly)
  const count = useMemo(() => maturityOf(set, value), [set, value])
  const uncounted = useMemo(() => uncountedEvidence(set, value), [set, value])
  const picker = useRef<HTMLInputElement>(null)
  const wanted = useRef<EvidenceTarget | null>(null)
  const [said, setSaid] = useState('')
  useArrival(set)
  const take = async (files: readonly File[]) => {
    const target = wanted.current
    if (target === null || files.length === 0) return
    const made = await acts.take(files, [target])
    if (made.length > 0) claimAtLeast(target)
    const def = set.indicators.find(({ key }) => key === target.key)
    if (made.length > 0 && def !== undefined) {
      setSaid(t('maturity.attached', { n: made.length, title: both(def.title), level: target.level }))
    }
  }
  // Who shows evidence for a level says that the innovation has it.
  const claimAtLeast = ({ key, level }: EvidenceTarget) => {
    const claimed = readMaturity(doc)[set.id]?.[key]?.level ?? 0
    if (level > claimed) putClaim(doc, set.id, key, { level }, byPerson)
  }
  const attach = (one: Evidence, target: EvidenceTarget) => {
    acts.attach(one, target)
    claimAtLeast(target)
  }
  const pick = (target: EvidenceTarget) => {
    wanted.current = target
    picker.current?.click()
  }
  return (
    <section className={css.page} aria-label={t('maturity.title')}>
      <Back value={value} />
      <PageTitle
        title={
          <>
            {t('maturity.title')}: {both(set.short)} {set.status === 'unverified' && <StatusChip>{t('app.unverified')}</StatusChip>}
          </>
        }
        lead={t('maturity.lead')}
        side={
          <>
            <SetChoice set={set.id} value={value} />
            <Button component="a" href={places.evidence(lab, value.id)} variant="default">
              {t('maturity.allEvidence')}
            </Button>
            <Button component="a" href={places.index(lab)} variant="default">
              {t('maturity.labIndex')}
            </Button>
          </>
        }
      />
      <p role="status" className={css.status}>
        {acts.busy === null ? said : t('evidence.storing', { name: acts.busy.name, n: acts.busy.n, of: acts.busy.all })}
      </p>
      {acts.troubles.map((trouble) => (
        <ErrorBanner
          key={trouble.detail}
          {...trouble}
          acts={
            <Button variant="default" size="xs" onClick={acts.settle}>
              {t('app.close')}
            </Button>
          }
        />
      ))}
      <Standing set={set} count={count} />
      {groupsOf(set).map((group) => (
        <Panel key={group.key} title={group.label === null ? t('maturity.other') : both(group.label)}>
          {count.indicators
            .filter(({ def }) => group.has(def.variable))
            .map((one) => (
              <IndicatorRow
                key={one.def.key}
                set={set}
                one={one}
                innovation={value}
                doc={doc}
                readOnly={readOnly}
                busy={acts.busy !== null}
                uncounted={uncounted.filter(({ indicator }) => indicator === one.def.key)}
                onPick={pick}
                onAttach={attach}
              />
            ))}
        </Panel>
      ))}
      <p className={css.source}>{set.source}</p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('maturity.attach')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void take(files)
        }}
      />
    </section>
  )
}

type Group = { readonly key: string; readonly label: IndicatorSet['title'] | null; readonly has: (variable: string | undefined) => boolean }

/** By variable in the order of the set; indicators of none stand last. */
function groupsOf(set: IndicatorSet): readonly Group[] {
  const known = new Set(set.variables.map(({ key }) => key))
  const named = set.variables.map(({ key, label }): Group => ({ key, label, has: (variable) => variable === key }))
  const other: Group = { key: '-', label: null, has: (variable) => variable === undefined || !known.has(variable) }
  return [...named, other].filter((group) => set.indicators.some(({ variable }) => group.has(variable)))
}

function SetChoice({ set, value }: { readonly set: string; readonly value: Opened['value'] }) {
  const t = useText()
  const both = useBoth()
  const sets = useIndicatorSets()
  if (sets.length < 2) return null
  return (
    <NativeSelect
      aria-label={t('maturity.sets')}
      data={sets.map(({ id, title }) => ({ value: id, label: both(title) }))}
      value={set}
      onChange={(event) => go(places.maturity(value.lab, value.id, event.currentTarget.value))}
    />
  )
}

/** One who comes from a list of what is missing lands on the indicator. */
function useArrival(set: IndicatorSet): void {
  useEffect(() => {
    const key = takeFocus(set.id)
    if (key !== null) showIndicator(key)
  }, [set])
}
