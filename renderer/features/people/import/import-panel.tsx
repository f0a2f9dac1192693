/** Units and people from a file or from the clipboard: choose, look at every row, enter all as one step. */
import { Button, Modal } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { type Decision, decideImport, type RowChoices } from '#shared/rules/people-decide.ts'
import { judgeImport, type RowChoice } from '#shared/rules/people-judge.ts'
import { readSheet, type SheetChoice } from '#shared/rules/people-sheet.ts'
import { useText } from '../../../app/text.ts'
import { useLab, useLabData } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { troubleOfReading } from '../../../lab/read-file.ts'
import type { Sheet } from '../../../lab/read-table.ts'
import type { Trouble } from '../../../lab/refusal.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { CopyButton } from './copy-button.tsx'
import css from './import.module.css'
import { ImportRows } from './import-rows.tsx'
import { ImportSheets } from './import-sheets.tsx'
import { ImportSource } from './import-source.tsx'
import { keepImport } from './last-import.ts'
import { listsIn, pastedSheets } from './lists.ts'
import { takeImport } from './take.ts'
import { undoImport } from './undo-import.ts'
import { reportOf } from './words.ts'

/** @param otherwise what a list is taken for when nothing in it tells */
export function ImportPanel({ otherwise, close }: { readonly otherwise: 'people' | 'units'; readonly close: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('people.importTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('people.close') }}
      size={1080}
      centered
      // A click beside it would lose what was chosen for hundreds of rows.
      closeOnClickOutside={false}
    >
      <ImportBody otherwise={otherwise} close={close} />
    </Modal>
  )
}

type ChosenFile = { readonly name: string; readonly busy: boolean; readonly sheets: readonly Sheet[] }

function useSource() {
  const t = useText()
  const client = useLab()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [pasted, setPasted] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const sheets = useMemo(() => file?.sheets ?? pastedSheets(pasted, t('people.pasted')), [file, pasted, t])
  const last = useRef<File | null>(null)
  const choose = (chosen: File): void => {
    last.current = chosen
    setTrouble(null)
    setFile({ name: chosen.name, busy: true, sheets: [] })
    listsIn(client, chosen).then(
      (found) => {
        // Another file may have been chosen while this one was read.
        if (last.current === chosen) setFile({ name: chosen.name, busy: false, sheets: found })
      },
      (error: unknown) => {
        if (last.current !== chosen) return
        setFile(null)
        setTrouble(troubleOfReading(error, t('people.importSafe')))
      },
    )
  }
  const paste = (text: string): void => {
    setTrouble(null)
    setPasted(text)
  }
  const forget = (): void => {
    last.current = null
    setFile(null)
  }
  return { file, pasted, paste, trouble, sheets, choose, forget }
}

function ImportBody({ otherwise, close }: { readonly otherwise: 'people' | 'units'; readonly close: () => void }) {
  const t = useText()
  const { lab, doc } = useOpenLab()
  const data = useLabData()
  const source = useSource()
  const [sheetChoices, setSheetChoices] = useState<readonly SheetChoice[]>([])
  const [choices, setChoices] = useState<RowChoices>(new Map())
  const { sheets } = source
  const reads = useMemo(
    () => sheets.map(({ name, rows }, at) => readSheet(name, rows, otherwise, sheetChoices[at])),
    [sheets, sheetChoices, otherwise],
  )
  const { units, people } = lab
  const judged = useMemo(() => judgeImport(reads, { units, people }), [reads, units, people])
  const decision = useMemo(() => decideImport(judged, choices, units), [judged, choices, units])
  const nameless = reads.some(({ kind, columns }) => kind !== 'none' && !columns.includes('name'))
  const from = source.file?.name ?? t('people.pasted')
  const fresh = (): void => {
    setSheetChoices([])
    setChoices(new Map())
  }
  const choose = (keys: readonly string[], choice: RowChoice): void =>
    setChoices((before) => new Map([...before, ...keys.map((key) => [key, choice] as const)]))
  const take = (): void => {
    const receipt = takeImport(doc, lab, decision)
    const merged = decision.unitMerges.length + decision.personMerges.length
    const text = t('people.imported', { people: receipt.people.length, units: receipt.units.length, merged, out: decision.out.length })
    keepImport(lab.id, { text, report: reportOf(t, from, decision.out), receipt })
    close()
    notify.undoable(text, () => undoImport(doc, lab.id, data))
  }
  const n = countOf(decision)
  const ready = source.file?.busy !== true && reads.length > 0
  return (
    <div className={css.import}>
      <ImportSource
        name={source.file?.name ?? null}
        busy={source.file?.busy ?? false}
        pasted={source.pasted}
        onPaste={(text) => {
          source.paste(text)
          fresh()
        }}
        onFile={(file) => {
          source.choose(file)
          fresh()
        }}
        onForget={() => {
          source.forget()
          fresh()
        }}
      />
      {source.trouble && (
        <ErrorBanner what={source.trouble.what} safe={source.trouble.safe} todo={source.trouble.todo} detail={source.trouble.detail} />
      )}
      {source.file?.busy === false && reads.length === 0 && <p className={css.quiet}>{t('people.emptyTable')}</p>}
      {ready && (
        <>
          <ImportSheets
            reads={reads}
            onChoose={(at, choice) => {
              setSheetChoices((before) => reads.map((_, index) => (index === at ? choice : (before[index] ?? {}))))
              setChoices(new Map())
            }}
          />
          {nameless ? (
            <p className={css.warning} role="alert">
              {t('people.noNameColumn')}
            </p>
          ) : (
            <ImportRows judged={judged} choices={choices} onChoose={choose} missing={decision.missing.length} sheets={reads.length} />
          )}
        </>
      )}
      <footer className={css.foot}>
        {ready && decision.out.length > 0 && !nameless && (
          <CopyButton text={() => reportOf(t, from, decision.out)} icon={IconCopy} label={t('people.copyReport')} />
        )}
        <span className={css.grow} />
        <Button variant="default" onClick={close}>
          {t('people.cancel')}
        </Button>
        <Button disabled={n === 0 || nameless || !ready} onClick={take}>
          {n === 0 ? t('people.nothing') : t('people.takeAll', { n })}
        </Button>
      </footer>
    </div>
  )
}

const countOf = ({ units, people, unitMerges, personMerges }: Decision): number =>
  units.length + people.length + unitMerges.length + personMerges.length
