/** What goes out of a canvas and comes into it: pictures, pages, tables, data, and rows from a table. */
import { Button, Menu } from '@mantine/core'
import {
  IconCheck,
  IconFileImport,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeSvg,
  IconJson,
  IconPhoto,
  IconUpload,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { CanvasFormat } from '#shared/api/contract.ts'
import type { Figure } from '#shared/model/figure.ts'
import { type SheetSize, sheets } from '#shared/model/outline.ts'
import type { TreeLayout } from '#shared/model/pack.ts'
import { localDay } from '#shared/rules/dates.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { packOf } from '#shared/rules/packs.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useLab, usePacks } from '../../lab/lab-context.tsx'
import { useLabScope } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { nowIso } from '../../state/fresh.ts'
import { saveAs } from '../../state/save-as.ts'
import { asSeen } from './board/closed.ts'
import style from './canvas.module.css'
import { canvasCsv, canvasJson, canvasPictures, picturesIn, svgOf, svgToPng, wholeCanvas } from './export.ts'
import { useSession } from './session.tsx'
import { type Orientation, ownOrientation, paperChoice } from './transfer/choices.ts'
import { canTakeRows, ImportPanel } from './transfer/import-panel.tsx'
import { JobList } from './transfer/job-list.tsx'
import { makeHere, writeInLab } from './transfer/jobs.ts'
import { pictureAddresses } from './transfer/pictures.ts'

const iconSize = { size: 18, stroke: 1.75 } as const
const paperWords = { A4: 'transfer.a4', A3: 'transfer.a3', F4: 'transfer.f4', A1: 'transfer.a1' } as const satisfies Record<
  SheetSize,
  string
>

/** @param layout how a tree is drawn right now; absent: as its definition begins */
export function ExportMenu({ layout }: { readonly layout?: TreeLayout | undefined }) {
  const { def, readOnly } = useSession()
  const t = useText()
  const [importing, setImporting] = useState(false)
  const takes = canTakeRows(def) && !readOnly
  const { savePng, saveSvg, saveCsv, saveJson, write, own } = useExports(layout)
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <Button className={style.export} variant="default" size="sm" leftSection={<IconUpload size={16} stroke={1.75} />}>
            {t('transfer.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhoto {...iconSize} />} onClick={savePng}>
            {t('transfer.png')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeSvg {...iconSize} />} onClick={saveSvg}>
            {t('transfer.svg')}
          </Menu.Item>
          <PdfItems write={write} own={own} />
          <Menu.Item leftSection={<IconFileTypeDocx {...iconSize} />} onClick={() => write('docx', 'A4')}>
            {t('transfer.docx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileSpreadsheet {...iconSize} />} onClick={() => write('xlsx', 'A4')}>
            {t('transfer.xlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeCsv {...iconSize} />} onClick={saveCsv}>
            {t('transfer.csv')}
          </Menu.Item>
          <Menu.Item leftSection={<IconJson {...iconSize} />} onClick={saveJson}>
            {t('transfer.json')}
          </Menu.Item>
          {takes ? (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconFileImport {...iconSize} />} onClick={() => setImporting(true)}>
                {t('transfer.import')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {importing ? <ImportPanel close={() => setImporting(false)} /> : null}
      <JobList />
    </>
  )
}

type Write = (format: CanvasFormat, paper: SheetSize) => void

/** A choice of orientation stays for the next time; a choice of paper begins to write. */
function PdfItems({ write, own }: { readonly write: Write; readonly own: () => Orientation }) {
  const t = useText()
  const chosen = useStore(paperChoice, (state) => state.orientation) ?? own()
  return (
    <Menu.Sub position="left-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconFileTypePdf {...iconSize} />}>{t('transfer.pdf')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {sheets.map((paper) => (
          <Menu.Item key={paper} aria-label={t('transfer.paperOf', { paper: t(paperWords[paper]) })} onClick={() => write('pdf', paper)}>
            {t(paperWords[paper])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('transfer.orientation')}</Menu.Label>
        {(['landscape', 'portrait'] as const).map((orientation) => (
          <Menu.Item
            key={orientation}
            role="menuitemradio"
            aria-checked={chosen === orientation}
            closeMenuOnClick={false}
            rightSection={chosen === orientation ? <IconCheck size={16} stroke={2} aria-hidden /> : null}
            onClick={() => paperChoice.setState({ orientation })}
          >
            {t(`transfer.${orientation}`)}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

function useExports(layout: TreeLayout | undefined) {
  const { def, canvas: whole, value, lab, innovation, desk } = useSession()
  // A file shows no more of the cards of others than the screen does.
  const canvas = { ...whole, items: asSeen(whole.settings, desk.me, whole.items) }
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const packs = usePacks()
  const scope = useLabScope()
  const today = localDay(nowIso(), scope.state === 'open' ? scope.open.lab.timeZone : 'WIB')
  const titled = (format: string): string => `${[def.title[language], value.name].filter((part) => part !== '').join(', ')} (${format})`
  const fileOf = (ending: string, at = 0, of = 1): string =>
    fileNameFor([def.title[language], value.name, ...(of === 1 ? [] : [String(at + 1)])], ending)
  const figures = (): readonly Figure[] => canvasPictures(def, value, canvas, { language, layout, today })
  const own = (): Orientation => ownOrientation(def, (size) => canvasPictures(def, value, canvas, { language, layout, today, size }).length)
  const tooLarge = (error: unknown): Trouble => ({
    what: t('transfer.pngTooLarge'),
    safe: t('transfer.pngTooLargeSafe'),
    todo: t('transfer.pngTooLargeDo'),
    detail: error instanceof Error ? error.message : String(error),
  })
  /** Draws every picture and hands it to the browser. */
  const draw = async (ending: string, toBlob: (svg: string) => Promise<Blob>): Promise<readonly string[]> => {
    const all = figures()
    const addresses = await pictureAddresses(client, lab, picturesIn(all))
    const names: string[] = []
    for (const [at, figure] of all.entries()) {
      const blob = await toBlob(svgOf(figure, (name) => addresses.get(name) ?? null))
      const name = fileOf(ending, at, all.length)
      saveAs(blob, name)
      names.push(name)
    }
    return names
  }
  const saveText = (text: string, type: string, ending: string) => async (): Promise<readonly string[]> => {
    saveAs(new Blob([text], { type }), fileOf(ending))
    return [fileOf(ending)]
  }
  const write: Write = (format, paper) => {
    const orientation = paperChoice.getState().orientation ?? own()
    const wanted = { lab, innovation, canvas: def.id, format, paper, orientation, language, ...(layout === undefined ? {} : { layout }) }
    void writeInLab(client, wanted, titled(format === 'pdf' ? `PDF ${paper}` : format.toUpperCase()))
  }
  const stamp = packOf(packs, 'canvas', def.id)
  return {
    write,
    own,
    savePng: () => void makeHere(titled('PNG'), () => draw('png', svgToPng), tooLarge),
    saveSvg: () => void makeHere(titled('SVG'), () => draw('svg', async (svg) => new Blob([svg], { type: 'image/svg+xml' })), troubleOf),
    saveCsv: () => {
      const text = canvasCsv(def, wholeCanvas(def, value, canvas), language, today)
      void makeHere(titled('CSV'), saveText(text, 'text/csv', 'csv'), troubleOf)
    },
    saveJson: () => {
      const pack = stamp === undefined ? null : { id: stamp.id, version: stamp.version }
      void makeHere(titled('JSON'), saveText(canvasJson(def, value, canvas, pack), 'application/json', 'json'), troubleOf)
    },
  }
}
