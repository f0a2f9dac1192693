/** Chooses what a piece of evidence proves: an indicator at a level, a section or a statement of a form, or a claim. */
import { Button, NativeSelect } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { type Evidence, type EvidenceTarget, type TargetKind, targetKinds } from '#shared/model/evidence.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { IndicatorDef } from '#shared/model/pack.ts'
import { levelTexts } from '#shared/rules/maturity.ts'
import { allForms } from '#shared/rules/packs.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useIndicatorSets } from '../../lab/evidence/sets.ts'
import { claimCanvas, sameTarget } from '../../lab/evidence/targets.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { Segmented } from '../../parts/index.ts'
import css from './evidence.module.css'

type Props = { readonly one: Evidence; readonly innovation: Innovation; readonly onAttach: (target: EvidenceTarget) => void }
type Choice = { readonly value: string; readonly label: string }
type Holder = Choice & { readonly parts: readonly Choice[] }

export function TargetPicker({ one, innovation, onAttach }: Props) {
  const t = useText()
  const both = useBoth()
  const sets = useIndicatorSets()
  const [kind, setKind] = useState<TargetKind>('indicator')
  const [of, setOf] = useState('')
  const [key, setKey] = useState('')
  const [level, setLevel] = useState(1)
  const [basis, setBasis] = useState('')
  const holders = useHolders(kind, innovation)
  const holder = holders.find(({ value }) => value === of) ?? holders[0]
  const set = kind === 'indicator' ? sets.find(({ id }) => id === holder?.value) : undefined
  const def = set?.indicators.find((indicator) => indicator.key === key)
  const chosen = holder?.parts.some(({ value }) => value === key) ?? false
  const claimed = def === undefined || set === undefined ? '' : (innovation.maturity[set.id]?.[def.key]?.basis ?? '')
  const by =
    def === undefined || def.bases.length === 0
      ? ''
      : (def.bases.find((one) => one.key === (basis || claimed))?.key ?? def.bases[0]?.key ?? '')
  const target: EvidenceTarget = { kind, of: holder?.value ?? '', key, level: def === undefined ? 0 : level, basis: by }
  const already = one.targets.some((before) => sameTarget(before, target))
  const changeKind = (next: TargetKind) => {
    setKind(next)
    setOf('')
    setKey('')
  }
  const kinds = targetKinds.map((value) => ({ value, label: t(`evidence.target_${value}`) }))
  return (
    <div className={css.picker}>
      <Segmented label={t('evidence.targetKind')} value={kind} segments={kinds} onChange={changeKind} />
      {holder === undefined || holders.every(({ parts }) => parts.length === 0) ? (
        <p className={css.quiet}>{t(kind === 'claim' ? 'evidence.noClaims' : 'evidence.noTargets')}</p>
      ) : (
        <>
          {holders.length > 1 && (
            <NativeSelect
              size="xs"
              label={t(kind === 'indicator' ? 'evidence.chooseSet' : 'evidence.chooseForm')}
              data={holders.map(({ value, label }) => ({ value, label }))}
              value={holder.value}
              onChange={(event) => {
                setOf(event.currentTarget.value)
                setKey('')
              }}
            />
          )}
          <NativeSelect
            size="xs"
            label={t(`evidence.target_${kind}`)}
            data={[{ value: '', label: t('evidence.chooseFirst') }, ...holder.parts]}
            value={chosen ? key : ''}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          {def !== undefined && <Level def={def} level={level} basis={by} onLevel={setLevel} onBasis={setBasis} />}
          <div className={css.row}>
            <Button
              variant="light"
              size="xs"
              disabled={!chosen || already}
              onClick={() => {
                onAttach(target)
                setKey('')
              }}
              leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
            >
              {t('evidence.attach')}
            </Button>
            {chosen && already && <small className={css.quiet}>{t('evidence.already')}</small>}
          </div>
        </>
      )}
      {def !== undefined && <small className={css.quiet}>{t('evidence.wants', { what: both(def.evidence) })}</small>}
    </div>
  )
}

function Level(props: {
  readonly def: IndicatorDef
  readonly level: number
  readonly basis: string
  readonly onLevel: (level: number) => void
  readonly onBasis: (basis: string) => void
}) {
  const t = useText()
  const both = useBoth()
  const { def, level, basis } = props
  const levels = ['1', '2', '3'] as const
  const asks = levelTexts(def, basis)[level - 1]
  return (
    <>
      {def.bases.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('evidence.chooseBasis')}
          data={def.bases.map(({ key, label }) => ({ value: key, label: both(label) }))}
          value={basis}
          onChange={(event) => props.onBasis(event.currentTarget.value)}
        />
      )}
      <Segmented
        label={t('evidence.level')}
        value={levels[level - 1] ?? '1'}
        segments={levels.map((value) => ({ value, label: t('evidence.levelN', { n: value }) }))}
        onChange={(value) => props.onLevel(Number(value))}
      />
      {asks !== undefined && <p className={css.asks}>{both(asks)}</p>}
    </>
  )
}

const some = 90
const short = (text: string): string => (text.length <= some ? text : `${text.slice(0, some - 1)}…`)

/** Everything of one kind that can be attached to, by the set, form or canvas it belongs to. */
function useHolders(kind: TargetKind, innovation: Innovation): readonly Holder[] {
  const both = useBoth()
  const t = useText()
  const packs = usePacks()
  const sets = useIndicatorSets()
  if (kind === 'indicator') {
    return sets.map((set) => ({
      value: set.id,
      label: both(set.title),
      parts: set.indicators.map(({ key, no, title }) => ({ value: key, label: `${no} ${both(title)}` })),
    }))
  }
  if (kind === 'claim') {
    const rows = innovation.canvases[claimCanvas]?.items ?? []
    return [
      { value: claimCanvas, label: t('evidence.target_claim'), parts: rows.map(({ id, text }) => ({ value: id, label: short(text) })) },
    ]
  }
  return (
    allForms(packs)
      .map((form) => ({
        value: form.id,
        label: both(form.title),
        parts: (kind === 'section' ? form.sections : form.statements).map(({ key, title }) => ({ value: key, label: short(both(title)) })),
      }))
      .filter(({ parts }) => parts.length > 0)
      // Forms somebody has begun stand first.
      .sort((a, b) => Number(b.value in innovation.proposals) - Number(a.value in innovation.proposals))
  )
}
