/** Cetak banyak: one kind of document for many innovations, sessions, stages or rewards. */
import { Button, Checkbox, Modal, NativeSelect, Radio } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { DocumentList, ExportFormat } from '#shared/api/documents.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { useText } from '../../app/text.ts'
import { useLab, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { ErrorBanner, Segmented } from '../../parts/index.ts'
import css from './batch.module.css'
import { type Candidate, candidatesOf, isLeft, manyKinds, type Narrowing, noUnit, whiches } from './batch-choice.ts'
import { useLines } from './lines.ts'
import type { Print } from './print.ts'
import { startBatch } from './queue.ts'
import { useEntries } from './use-entries.ts'

type Props = {
  readonly lab: LabId
  readonly list: DocumentList
  /** Those that are not archived. */
  readonly innovations: readonly InnovationSummary[]
  /** The kind that is looked at. */
  readonly begin: string | undefined
  readonly print: Print
  readonly close: () => void
  readonly started: () => void
}

export function BatchDialog(props: Props) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={props.close}
      title={<strong>{t('documents.batch')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={620}
      returnFocus
    >
      <Choose {...props} />
    </Modal>
  )
}

const formats = ['docx', 'pdf', 'xlsx'] as const

function Choose({ lab, list, innovations, begin, print, started }: Props) {
  const t = useText()
  const client = useLab()
  const packs = usePacks()
  const lines = useLines()
  const { units, stages } = useNames()
  const kinds = manyKinds(list)
  const [kind, setKind] = useState(kinds.find((one) => one === begin) ?? kinds[0] ?? '')
  const [by, setBy] = useState<Narrowing>({ which: 'all', unit: '', stage: '' })
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const [as, setAs] = useState<'files' | 'book'>('files')
  const def = documentOf(packs, kind)
  const asked = useEntries({ lab, kind }, kind)
  const entries = asked.state === 'ready' ? asked.value.entries.filter((entry) => entry.kind === kind) : []
  const all = candidatesOf(def, innovations, entries, { unitOf: units.nameOf, aboutOf: (entry) => lines.of(entry).about })
  const left = all.filter((one) => isLeft(one, by))
  const ticked = left.filter(({ id }) => !off.has(id))
  const rows = def?.workbook !== undefined && as === 'files'
  const able = formats.filter((one) => one !== 'xlsx' || rows)
  const now = able.find((one) => one === format) ?? 'pdf'
  const title = lines.titleOf(def, kind)
  const start = () => {
    const subjects = ticked.map(({ id }) => id)
    const n = subjects.length
    startBatch(
      client,
      { lab, kind, subjects, format: now, as, changedOnly: by.which === 'changed', ...print.wanted(def) },
      t(as === 'book' ? 'documents.batchTitleBook' : 'documents.batchTitleFiles', { title, n }),
    )
    started()
  }
  return (
    <form
      className={css.batch}
      onSubmit={(event) => {
        event.preventDefault()
        if (ticked.length > 0) start()
      }}
    >
      <NativeSelect
        label={t('documents.batchKind')}
        value={kind}
        onChange={({ currentTarget }) => {
          setKind(currentTarget.value)
          setOff(new Set())
        }}
        data={kinds.map((id) => ({ value: id, label: lines.titleOf(documentOf(packs, id), id) }))}
      />
      <Radio.Group
        label={t('documents.batchWhich')}
        value={by.which}
        onChange={(value) => setBy({ ...by, which: whiches.find((one) => one === value) ?? 'all' })}
      >
        <div className={css.radios}>
          <Radio value="all" label={t('documents.batchAll')} />
          <Radio value="ready" label={t('documents.batchReady')} />
          <Radio value="changed" label={t('documents.batchChanged')} />
        </div>
      </Radio.Group>
      {def?.scope === 'innovation' && (
        <div className={css.pair}>
          <NativeSelect
            label={t('documents.batchUnit')}
            value={by.unit}
            onChange={({ currentTarget }) => setBy({ ...by, unit: currentTarget.value })}
            data={[
              { value: '', label: t('documents.batchAllUnits') },
              ...units.options,
              { value: noUnit, label: t('documents.batchNoUnit') },
            ]}
          />
          <NativeSelect
            label={t('documents.batchStage')}
            value={by.stage}
            onChange={({ currentTarget }) => setBy({ ...by, stage: currentTarget.value })}
            data={[{ value: '', label: t('documents.batchAllStages') }, ...stages]}
          />
        </div>
      )}
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} />}
      <Ticks left={left} ticked={ticked} waiting={asked.state === 'loading'} off={off} setOff={setOff} />
      <div className={css.how}>
        <span>{t('documents.batchAs')}</span>
        <Segmented
          label={t('documents.batchAs')}
          value={as}
          segments={[
            { value: 'files', label: t('documents.batchFiles') },
            { value: 'book', label: t('documents.batchBook') },
          ]}
          onChange={setAs}
        />
        <span>{t('documents.batchFormat')}</span>
        <Segmented
          label={t('documents.batchFormat')}
          value={now}
          segments={able.map((one) => ({ value: one, label: one.toUpperCase() }))}
          onChange={setFormat}
        />
      </div>
      <p className={css.small}>{t(as === 'book' ? 'documents.batchHowBook' : 'documents.batchHow')}</p>
      <Button type="submit" disabled={ticked.length === 0} leftSection={<IconPrinter size={17} stroke={1.75} aria-hidden />}>
        {t('documents.batchStart', { n: ticked.length })}
      </Button>
    </form>
  )
}

function useNames() {
  const { lab, stages } = useOpenLab()
  return useMemo(() => {
    const nameOf = (id: string | null): string => {
      const unit = lab.units.find((one) => one.id === id)
      return unit === undefined ? '' : unit.short || unit.name
    }
    return {
      units: { nameOf, options: lab.units.map(({ id, name }) => ({ value: id as string, label: name })) }, // ids are text
      stages: stages.map(({ key, label }) => ({ value: key as string, label })), // keys are text
    }
  }, [lab.units, stages])
}

type TicksProps = {
  readonly left: readonly Candidate[]
  readonly ticked: readonly Candidate[]
  readonly waiting: boolean
  /** Ids of those that somebody took off the list. */
  readonly off: ReadonlySet<string>
  readonly setOff: (off: ReadonlySet<string>) => void
}

function Ticks({ left, ticked, waiting, off, setOff }: TicksProps) {
  const t = useText()
  const toggle = (id: string) => {
    const next = new Set(off)
    if (!next.delete(id)) next.add(id)
    setOff(next)
  }
  return (
    <fieldset className={css.ticks}>
      <legend>{t('documents.batchList')}</legend>
      <div className={css.tickHead}>
        <span role="status">{t('documents.batchChosen', { n: ticked.length, all: left.length })}</span>
        <button type="button" onClick={() => setOff(new Set())}>
          {t('documents.batchTickAll')}
        </button>
        <button type="button" onClick={() => setOff(new Set(left.map(({ id }) => id)))}>
          {t('documents.batchTickNone')}
        </button>
      </div>
      {left.length === 0 && !waiting ? (
        <p className={css.small}>{t('documents.batchNothing')}</p>
      ) : (
        <ul className={css.list}>
          {left.map(({ id, name, small, entry }) => (
            <li key={id}>
              <Checkbox
                size="xs"
                checked={!off.has(id)}
                onChange={() => toggle(id)}
                label={
                  <>
                    <b>{name}</b>
                    {small !== '' && <span>{small}</span>}
                    {entry !== null && <em data-state={entry.state}>{t(`documents.${entry.state}`, { n: entry.missing })}</em>}
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
