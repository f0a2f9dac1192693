/** One indicator: three levels to claim, what is proven, and the evidence attached right there. */
import { NativeSelect } from '@mantine/core'
import { IconCircleCheck, IconPaperclip, IconTrendingUp } from '@tabler/icons-react'
import { memo, useId } from 'react'
import type * as Y from 'yjs'
import { putClaim } from '#shared/doc/evidence.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Evidence, EvidenceTarget, IndicatorClaim } from '#shared/model/evidence.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { type IndicatorSet, type MaturityLevel, maturityLevels } from '#shared/model/pack.ts'
import { evidenceOf, type IndicatorStanding, levelTexts, type Uncounted } from '#shared/rules/maturity.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { maturityWords } from '#shared/text/maturity-words.ts'
import { say } from '#shared/text/messages.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { StatusChip } from '../../parts/index.ts'
import { wantFocus } from '../../state/arrival.ts'
import css from './maturity.module.css'

type Props = {
  readonly set: IndicatorSet
  readonly one: IndicatorStanding
  readonly innovation: Innovation
  readonly doc: Y.Doc
  readonly readOnly: boolean
  readonly busy: boolean
  readonly uncounted: readonly Uncounted[]
  readonly onPick: (target: EvidenceTarget) => void
  readonly onAttach: (one: Evidence, target: EvidenceTarget) => void
}

const nothing: IndicatorClaim = { level: 0, basis: '', note: '' }

export const IndicatorRow = memo(function IndicatorRow(props: Props) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { set, one, innovation, doc, readOnly, busy, uncounted } = props
  const { def, claimed, proven, points, most, next } = one
  const claim = innovation.maturity[set.id]?.[def.key] ?? nothing
  const put = (patch: Partial<IndicatorClaim>) => putClaim(doc, set.id, def.key, patch, byPerson)
  const basisMissing = def.bases.length > 0 && claim.basis === ''
  const target = (level: number): EvidenceTarget => ({ kind: 'indicator', of: set.id, key: def.key, level, basis: claim.basis })
  const number = (value: number): string => formatNumber(value, language, { decimals: 2 })
  return (
    <section id={`indikator-${def.key}`} className={css.row} tabIndex={-1} aria-labelledby={`judul-${def.key}`}>
      <header className={css.rowHead}>
        <h3 id={`judul-${def.key}`}>
          <span className={css.no}>{def.no}</span> {both(def.title)}
        </h3>
        {def.mandatory && <StatusChip tone={proven === 0 ? 'warn' : 'plain'}>{t('maturity.mandatory')}</StatusChip>}
        <span className={css.weight}>{t('maturity.weight', { n: number(def.weight) })}</span>
        <span className={css.points} role="img" aria-label={t('maturity.pointsLabel', { points: number(points), most: number(most) })}>
          {t('maturity.points', { points: number(points), most: number(most) })}
        </span>
      </header>
      {def.bases.length > 0 && (
        <NativeSelect
          className={css.basis}
          size="xs"
          label={t('maturity.basis')}
          description={basisMissing ? t('maturity.basisFirst') : undefined}
          disabled={readOnly}
          data={[
            { value: '', label: t('maturity.basisChoose') },
            ...def.bases.map(({ key, label }) => ({ value: key, label: both(label) })),
          ]}
          value={claim.basis}
          onChange={(event) => put({ basis: event.currentTarget.value })}
        />
      )}
      <Levels
        {...props}
        texts={levelTexts(def, claim.basis)}
        locked={basisMissing}
        claimed={claimed}
        onClaim={(level) => put({ level })}
        onFile={(level) => props.onPick(target(level))}
        busy={busy}
        next={
          next === null
            ? say(maturityWords.highest, language)
            : say(maturityWords.nextLevel, language, { level: next.level, earns: number(next.earns), asks: both(next.asks) })
        }
      />
      <div className={css.below}>
        <Proofs set={set} indicator={def.key} innovation={innovation} uncounted={uncounted} wants={both(def.evidence)} />
        <div className={css.beside}>
          {!readOnly && !basisMissing && (
            <KnownEvidence
              innovation={innovation}
              target={target(claimed > proven ? claimed : (next?.level ?? 3))}
              onAttach={props.onAttach}
            />
          )}
          <Note value={claim.note} readOnly={readOnly} write={(note) => put({ note })} />
        </div>
      </div>
    </section>
  )
})

type LevelsProps = Props & {
  readonly texts: IndicatorStanding['def']['levels']
  readonly locked: boolean
  readonly claimed: number
  /** What the next level earns and asks, in words. */
  readonly next: string
  readonly onClaim: (level: number) => void
  readonly onFile: (level: number) => void
}

function Levels({ one: { def, proven }, texts, locked, claimed, next, readOnly, busy, onClaim, onFile }: LevelsProps) {
  const t = useText()
  const both = useBoth()
  const group = useId()
  const title = both(def.title)
  const text = (level: MaturityLevel): string => both(texts[level - 1] ?? texts[0])
  return (
    <fieldset className={css.levels} disabled={readOnly || locked}>
      <legend>{t('maturity.claim', { title })}</legend>
      {maturityLevels.map((level) => (
        <div key={level} className={css.level} data-claimed={claimed === level || undefined} data-proven={proven >= level || undefined}>
          <label>
            <input type="radio" name={group} checked={claimed === level} onChange={() => onClaim(level)} />
            <span>
              <b>{t('maturity.level', { n: level })}</b>
              {text(level)}
            </span>
          </label>
          <span className={css.levelFoot}>
            {proven >= level && (
              <StatusChip tone="ok" icon={IconCircleCheck}>
                {t('maturity.proven')}
              </StatusChip>
            )}
            {claimed === level && proven < level && <StatusChip tone="warn">{t('maturity.unproven')}</StatusChip>}
            {!readOnly && (
              <button
                type="button"
                disabled={busy || locked}
                aria-label={t('maturity.attachLabel', { title, n: level })}
                onClick={() => onFile(level)}
              >
                <IconPaperclip size={16} stroke={1.75} aria-hidden />
                {t('maturity.attach')}
              </button>
            )}
          </span>
        </div>
      ))}
      <label className={css.noLevel}>
        <input type="radio" name={group} checked={claimed === 0} onChange={() => onClaim(0)} />
        {t('maturity.none')}
      </label>
      <p className={css.next}>
        <IconTrendingUp size={16} stroke={1.75} aria-hidden />
        {next}
      </p>
    </fieldset>
  )
}

function Proofs(props: {
  readonly set: IndicatorSet
  readonly indicator: string
  readonly innovation: Innovation
  readonly uncounted: readonly Uncounted[]
  readonly wants: string
}) {
  const t = useText()
  const language = useLanguage()
  const { set, indicator, innovation, uncounted, wants } = props
  const counted = evidenceOf(set, indicator, innovation)
  const levelIn = (one: Evidence): number =>
    Math.max(...one.targets.filter(({ of, key }) => of === set.id && key === indicator).map(({ level }) => level))
  const link = (one: Evidence) => (
    <a href={places.evidence(innovation.lab, innovation.id)} onClick={() => wantFocus({ of: 'bukti', key: one.id })}>
      {one.title || t('evidence.untitled')}
    </a>
  )
  return (
    <div className={css.proofs}>
      <small>{t('maturity.wants', { what: wants })}</small>
      {counted.length + uncounted.length > 0 && (
        <ul aria-label={t('maturity.evidence')}>
          {counted.map((one) => (
            <li key={one.id}>
              {link(one)} <small>{t('maturity.level', { n: levelIn(one) })}</small>
            </li>
          ))}
          {uncounted.map((one) => (
            <li key={`${one.evidence.id}-${one.level}-${one.reason}`} data-off>
              {link(one.evidence)} <small>{say(maturityWords[`uncounted_${one.reason}`], language)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function KnownEvidence(props: Pick<Props, 'innovation' | 'onAttach'> & { readonly target: EvidenceTarget }) {
  const t = useText()
  const { innovation, target, onAttach } = props
  const free = innovation.evidence.filter(
    ({ targets }) =>
      !targets.some(
        ({ of, key, level, basis }) => of === target.of && key === target.key && level === target.level && basis === target.basis,
      ),
  )
  if (free.length === 0) return null
  return (
    <NativeSelect
      size="xs"
      label={t('maturity.useKnown', { n: target.level })}
      data={[
        { value: '', label: t('maturity.useKnownChoose') },
        ...free.map(({ id, title }) => ({ value: id, label: title || t('evidence.untitled') })),
      ]}
      value=""
      onChange={(event) => {
        const one = free.find(({ id }) => id === event.currentTarget.value)
        if (one !== undefined) onAttach(one, target)
      }}
    />
  )
}

function Note({ value, readOnly, write }: { readonly value: string; readonly readOnly: boolean; readonly write: (next: string) => void }) {
  const t = useText()
  const id = useId()
  const draft = useDraft(value, write)
  if (readOnly && value === '') return null
  return (
    <div className={css.note}>
      <label htmlFor={id}>{t('maturity.note')}</label>
      <textarea id={id} rows={1} maxLength={4000} readOnly={readOnly} {...draft} />
    </div>
  )
}
