/** The rubric as a convention carries it: stages with their weight, criteria with weight and scale, what each mark means. */
import { Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type Criterion, type JuryStage, scorings } from '#shared/model/rubric.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { NumberField, TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { criterionAdded, criterionChanged, criterionRemoved, markDescribed, stageAdded, stageChanged, stageRemoved } from './edits.ts'
import own from './setup.module.css'

type Props = { readonly open: OpenedConvention }

/** A title the secretariat types is the same in both languages. */
const typed = (text: string) => ({ id: text, en: text })

export function RubricEditor({ open }: Props) {
  const t = useText()
  const { convention, readOnly, change } = open
  const sum = convention.stages.reduce((all, { weight }) => all + weight, 0)
  return (
    <div className={css.stack}>
      {convention.stages.map((stage) => (
        <Stage key={stage.key} open={open} stage={stage} sum={sum} />
      ))}
      {!readOnly && convention.stages.length < 10 && (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => void change(t('jury.stageAdded'), stageAdded(typed(t('jury.newStage')), typed(t('jury.newCriterion'))))}
          >
            {t('jury.addStage')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Stage({ open, stage, sum }: Props & { readonly stage: JuryStage; readonly sum: number }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { convention, readOnly, change } = open
  const title = both(stage.title)
  const alone = convention.stages.length === 1
  const weights = stage.criteria.reduce((all, { weight }) => all + weight, 0)
  const percentOff = stage.scoring === 'percent' && Math.abs(weights - 100) > 1e-9
  return (
    <section className={own.stage} aria-label={title}>
      <div className={own.stageHead}>
        <TextField
          className={css.grow}
          label={t('jury.stageTitle')}
          value={title}
          disabled={readOnly}
          write={(text) => text !== '' && void change(null, stageChanged(stage.key, { title: typed(text) }))}
        />
        {!alone && (
          <NumberField
            className={own.weight}
            label={t('jury.weight')}
            min={0.01}
            max={1000}
            value={stage.weight}
            disabled={readOnly}
            write={(weight) => void change(null, stageChanged(stage.key, { weight }))}
          />
        )}
        <NativeSelect
          className={own.scoring}
          label={t('jury.scoring')}
          value={stage.scoring}
          disabled={readOnly}
          data={scorings.map((one) => ({ value: one, label: t(`jury.scoring_${one}`) }))}
          onChange={(event) => {
            const scoring = scorings.find((one) => one === event.currentTarget.value)
            if (scoring) void change(t('jury.scoringChanged', { title }), stageChanged(stage.key, { scoring }))
          }}
        />
        {!readOnly && !alone && (
          <button
            type="button"
            className={css.cross}
            aria-label={t('jury.removeStage', { title })}
            onClick={() => void change(t('jury.stageRemoved', { title }), stageRemoved(stage.key))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        )}
      </div>
      <p className={css.quiet}>
        {!alone && `${t('jury.share', { percent: formatNumber((stage.weight / sum) * 100, language, { decimals: 1 }) })} `}
        {t(`jury.scoringHint_${stage.scoring}`)}
      </p>
      <ol className={own.criteria}>
        {stage.criteria.map((criterion) => (
          <CriterionRow key={criterion.key} open={open} stage={stage} criterion={criterion} />
        ))}
      </ol>
      <div className={css.row}>
        <span className={css.sum}>{t('jury.weightSum', { sum: formatNumber(weights, language) })}</span>
        {percentOff && <span className={css.notice}>{t('jury.percentOff')}</span>}
        {!readOnly && (
          <button
            type="button"
            className={css.plain}
            onClick={() => void change(t('jury.criterionAdded'), criterionAdded(stage.key, typed(t('jury.newCriterion'))))}
          >
            {t('jury.addCriterion')}
          </button>
        )}
      </div>
    </section>
  )
}

type CriterionProps = Props & { readonly stage: JuryStage; readonly criterion: Criterion }

function CriterionRow({ open, stage, criterion }: CriterionProps) {
  const t = useText()
  const both = useBoth()
  const { readOnly, change } = open
  const title = both(criterion.title)
  const put = (patch: Partial<Omit<Criterion, 'key'>>) => void change(null, criterionChanged(stage.key, criterion.key, patch))
  const number = { bare: true, disabled: readOnly } as const
  return (
    <li>
      <div className={own.criterion}>
        <TextField
          bare
          label={t('jury.criterion')}
          value={title}
          disabled={readOnly}
          write={(text) => text !== '' && put({ title: typed(text) })}
        />
        <div className={own.small}>
          <span aria-hidden>{t('jury.weight')}</span>
          <NumberField
            {...number}
            label={t('jury.weightOf', { title })}
            min={0.01}
            max={1000}
            value={criterion.weight}
            write={(weight) => put({ weight })}
          />
        </div>
        <div className={own.small}>
          <span aria-hidden>{t('jury.scale')}</span>
          <span className={own.scale}>
            <NumberField
              {...number}
              label={t('jury.leastOf', { title })}
              min={-1000}
              max={criterion.max - criterion.step}
              value={criterion.min}
              write={(min) => put({ min })}
            />
            –
            <NumberField
              {...number}
              label={t('jury.mostOf', { title })}
              min={criterion.min + criterion.step}
              max={100000}
              value={criterion.max}
              write={(max) => put({ max })}
            />
          </span>
        </div>
        {!readOnly && stage.criteria.length > 1 && (
          <button
            type="button"
            className={css.cross}
            aria-label={t('jury.removeCriterion', { title })}
            onClick={() => void change(t('jury.criterionRemoved', { title }), criterionRemoved(stage.key, criterion.key))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        )}
      </div>
      <Descriptors open={open} stage={stage} criterion={criterion} />
    </li>
  )
}

/** More marks than these are a number to type, not levels to describe. */
const mostLevels = 11

function Descriptors({ open, stage, criterion }: CriterionProps) {
  const t = useText()
  const both = useBoth()
  const count = Math.floor((criterion.max - criterion.min) / criterion.step) + 1
  const described = new Set(criterion.descriptors.map(({ mark }) => mark))
  const levels =
    count <= mostLevels
      ? Array.from({ length: count }, (_, at) => criterion.min + at * criterion.step)
      : criterion.descriptors.map(({ mark }) => mark)
  if (levels.length === 0 && !criterion.hint) return null
  const write = (mark: number, text: string) =>
    void open.change(null, markDescribed(stage.key, criterion.key, mark, text === '' ? null : typed(text)))
  return (
    <details className={own.fold}>
      <summary>{levels.length === 0 ? t('jury.explanation') : t('jury.descriptors', { n: described.size, of: levels.length })}</summary>
      {criterion.hint && <p className={css.quiet}>{both(criterion.hint)}</p>}
      {levels.map((mark) => {
        const text = criterion.descriptors.find((one) => one.mark === mark)?.text
        return (
          <div key={mark} className={own.level}>
            <b>{mark}</b>
            <TextField
              bare
              label={t('jury.levelMeans', { mark })}
              hint={t('jury.levelMeans', { mark })}
              value={text ? both(text) : ''}
              most={2000}
              disabled={open.readOnly}
              write={(next) => write(mark, next)}
            />
          </div>
        )
      })}
    </details>
  )
}
