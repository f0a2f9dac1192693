/** Persiapan: the rubric, how numbers are made, what is still missing, and the state of the convention. */
import { NativeSelect, Switch } from '@mantine/core'
import { poolings } from '#shared/model/rubric.ts'
import { withCounting } from '#shared/rules/jury-setup.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { Panel, StatusChip } from '../../../parts/index.ts'
import { NumberField, TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { Categories } from './categories.tsx'
import { RubricEditor } from './rubric-editor.tsx'
import { StatePanel } from './state-panel.tsx'
import { Ties } from './ties.tsx'

type Props = { readonly open: OpenedConvention }

export function SetupTab({ open }: Props) {
  return (
    <div className={css.columns}>
      <div className={css.stack}>
        <Rubric open={open} />
        <Ties open={open} />
      </div>
      <div className={css.stack}>
        <StatePanel open={open} />
        <About open={open} />
        <Numbers open={open} />
        <Categories open={open} />
      </div>
    </div>
  )
}

function Rubric({ open }: Props) {
  const t = useText()
  const both = useBoth()
  const { rubric } = open.convention
  const scored = open.sheets.some((sheet) => sheet.marks.some(({ value }) => value !== null))
  return (
    <Panel
      title={both(rubric.title)}
      side={
        <>
          {rubric.edited && <StatusChip tone="act">{t('jury.edited')}</StatusChip>}
          <StatusChip tone={rubric.status === 'verified' ? 'ok' : 'warn'}>{t(`jury.status_${rubric.status}`)}</StatusChip>
        </>
      }
    >
      <div className={css.stack}>
        <p className={css.quiet}>{t('jury.source', { source: rubric.source })}</p>
        {scored && !open.readOnly && <p className={css.notice}>{t('jury.scoredNotice')}</p>}
        <RubricEditor open={open} />
      </div>
    </Panel>
  )
}

function About({ open }: Props) {
  const t = useText()
  const { convention, readOnly, change } = open
  return (
    <Panel title={t('jury.about')}>
      <div className={css.tight}>
        <TextField
          label={t('jury.name')}
          value={convention.name}
          disabled={readOnly}
          write={(name) => void change(null, (now) => ({ ...now, name }))}
        />
        <div className={css.form}>
          <TextField
            label={t('jury.date')}
            type="date"
            value={convention.date}
            disabled={readOnly}
            write={(date) => void change(null, (now) => ({ ...now, date }))}
          />
          <TextField
            label={t('jury.place')}
            value={convention.place}
            disabled={readOnly}
            write={(place) => void change(null, (now) => ({ ...now, place }))}
          />
          <NumberField
            label={t('jury.talk')}
            min={1}
            max={240}
            whole
            value={convention.present.talk}
            disabled={readOnly}
            write={(talk) => void change(null, (now) => ({ ...now, present: { ...now.present, talk } }))}
          />
          <NumberField
            label={t('jury.ask')}
            min={0}
            max={240}
            whole
            value={convention.present.ask}
            disabled={readOnly}
            write={(ask) => void change(null, (now) => ({ ...now, present: { ...now.present, ask } }))}
          />
        </div>
        <Switch
          label={t('jury.blind')}
          description={t('jury.blindHint')}
          checked={convention.blind}
          disabled={readOnly}
          onChange={(event) => {
            const blind = event.currentTarget.checked
            void change(t(blind ? 'jury.blindOn' : 'jury.blindOff'), (now) => ({ ...now, blind }))
          }}
        />
      </div>
    </Panel>
  )
}

function Numbers({ open }: Props) {
  const t = useText()
  const { convention, readOnly, change } = open
  return (
    <Panel title={t('jury.numbers')}>
      <div className={css.tight}>
        <NativeSelect
          label={t('jury.pooling')}
          value={convention.pooling}
          disabled={readOnly}
          data={poolings.map((one) => ({ value: one, label: t(`jury.pooling_${one}`) }))}
          onChange={(event) => {
            const pooling = poolings.find((one) => one === event.currentTarget.value)
            if (pooling) void change(t('jury.poolingChanged'), (now) => withCounting(now, { pooling }))
          }}
        />
        <div className={css.form}>
          <NumberField
            label={t('jury.top')}
            min={1}
            max={500}
            whole
            value={convention.top}
            disabled={readOnly}
            write={(top) => void change(null, (now) => ({ ...now, top }))}
          />
          <NumberField
            label={t('jury.spread')}
            min={1}
            max={100}
            suffix=" %"
            value={convention.spread}
            disabled={readOnly}
            write={(spread) => void change(null, (now) => withCounting(now, { spread }))}
          />
        </div>
        <p className={css.quiet}>{t('jury.spreadHint')}</p>
      </div>
    </Panel>
  )
}
