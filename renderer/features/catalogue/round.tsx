/** Once a year: ask the units how their innovations stand, and bring the answers back. */
import { Button, Modal, MultiSelect, Select } from '@mantine/core'
import { IconDownload, IconFileUpload } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { RoundRow } from '#shared/api/catalogue.ts'
import type { LabId } from '#shared/model/ids.ts'
import { useText } from '../../app/text.ts'
import { labReaderOf } from '../../collab/lab-readers.ts'
import { useLabDoc } from '../../collab/use-doc.tsx'
import { useLive } from '../../collab/use-live.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useLab, useLabs, useSettings } from '../../lab/lab-context.tsx'
import { troubleOfReading } from '../../lab/read-file.ts'
import type { Trouble } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { useKeep } from '../../lab/use-keep.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './dialogs.module.css'
import { RoundRows } from './round-rows.tsx'

type Props = {
  readonly readOnly: boolean
  readonly onClose: () => void
  /** What has to be known after the dialog is closed. */
  readonly onTold: (told: Trouble | null) => void
}

export function Round({ readOnly, onClose, onTold }: Props) {
  const t = useText()
  const client = useLab()
  const picker = useRef<HTMLInputElement>(null)
  const [rows, setRows] = useState<{ readonly name: string; readonly all: readonly RoundRow[] } | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const read = (file: File): void => {
    setBusy(true)
    setTrouble(null)
    client.catalogue
      .readRound({ file })
      .then(
        (answer) => setRows({ name: file.name, all: answer.rows }),
        (error: unknown) => setTrouble(troubleOfReading(error, t('catalogue.roundSafe'))),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Modal
      opened
      centered
      size={rows === null ? 720 : 1080}
      onClose={onClose}
      title={<strong>{t('catalogue.round')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      closeOnClickOutside={rows === null}
    >
      <div className={css.body}>
        <p className={css.quiet}>{t('catalogue.roundLead')}</p>
        {trouble && <ErrorBanner {...trouble} />}
        {rows === null && (
          <section className={css.step}>
            <h3>{t('catalogue.roundSend')}</h3>
            <Send />
          </section>
        )}
        {!readOnly && (
          <section className={css.step}>
            <h3>{t('catalogue.roundBack')}</h3>
            <div className={css.line}>
              <Button
                variant={rows === null ? 'light' : 'default'}
                size={rows === null ? 'sm' : 'xs'}
                loading={busy}
                leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />}
                onClick={() => picker.current?.click()}
              >
                {t(rows === null ? 'catalogue.roundChoose' : 'catalogue.chooseOther')}
              </Button>
              {rows !== null && <span>{t('catalogue.fromFile', { name: rows.name })}</span>}
            </div>
            <input
              ref={picker}
              type="file"
              hidden
              accept=".xlsx"
              aria-label={t('catalogue.roundChoose')}
              onChange={(event) => {
                const [chosen] = event.target.files ?? []
                if (chosen !== undefined) read(chosen)
                event.target.value = ''
              }}
            />
            {rows !== null && <RoundRows key={rows.name} rows={rows.all} onDone={onClose} onTold={onTold} />}
          </section>
        )}
      </div>
    </Modal>
  )
}

function Send() {
  const t = useText()
  const client = useLab()
  const keep = useKeep()
  const { lastLab } = useSettings()
  const cards = useLabs()
  const labs = useMemo(() => cards ?? [], [cards])
  const [lab, setLab] = useState(() => labs.find(({ id }) => id === lastLab)?.id ?? labs[0]?.id ?? null)
  const [units, setUnits] = useState<string[]>([])
  if (labs.length === 0) return <p className={css.quiet}>{t('catalogue.noLab')}</p>
  return (
    <>
      <Select
        label={t('catalogue.ofLab')}
        allowDeselect={false}
        searchable
        data={labs.map((one) => ({
          value: one.id,
          label: `${regionName(one, t)}, ${t('app.labYear', { jilid: one.jilid, year: one.year })}`,
        }))}
        value={lab}
        onChange={(next) => {
          setLab(next)
          setUnits([])
        }}
      />
      {lab !== null && <UnitsOf key={lab} lab={lab as LabId /* one of the labs */} value={units} onChange={setUnits} />}
      <div className={css.line}>
        <Button
          loading={keep.busy}
          disabled={lab === null}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            if (lab !== null) keep.run(() => client.catalogue.sendRound({ lab, units }))
          }}
        >
          {t('catalogue.roundMake')}
        </Button>
      </div>
      <KeptNote keep={keep} />
    </>
  )
}

type UnitsProps = { readonly lab: LabId; readonly value: string[]; readonly onChange: (units: string[]) => void }

function UnitsOf(props: UnitsProps) {
  const t = useText()
  const state = useLabDoc(props.lab)
  if (state.state !== 'open') return <MultiSelect label={t('catalogue.ofUnits')} disabled data={[]} value={[]} />
  return <UnitChoice {...props} doc={state.doc} />
}

function UnitChoice({ lab, value, onChange, doc }: UnitsProps & { readonly doc: Parameters<typeof labReaderOf>[0] }) {
  const t = useText()
  const units = useLive(doc, (all) => labReaderOf(all, lab).lab().units, [lab])
  return (
    <MultiSelect
      label={t('catalogue.ofUnits')}
      {...(value.length === 0 ? { placeholder: t('catalogue.allUnits') } : {})}
      searchable
      clearable
      data={units.map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  )
}
