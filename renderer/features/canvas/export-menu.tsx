/** The export menu of a canvas. */
import { Button, Menu } from '@mantine/core'
import { IconFileTypeCsv, IconFileTypeSvg, IconJson, IconPhoto, IconUpload } from '@tabler/icons-react'
import { useLanguage, useText } from '../../app/text.ts'
import { notify } from '../../state/notify.ts'
import style from './canvas.module.css'
import { canvasCsv, canvasJson, canvasSvgs, saveAs, svgToPng } from './export.ts'
import { useSession } from './session.tsx'

const plainName = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 80)

export function ExportMenu() {
  const { def, canvas, value, announce } = useSession()
  const t = useText()
  const language = useLanguage()
  const name = plainName(`${def.title[language]} - ${value.name}`)
  const drawn = def.kind !== 'grid' && def.kind !== 'form' && canvas.items.length > 0
  const words = {
    text: t('canvas.colText'),
    zone: t('canvas.zone'),
    cluster: t('canvas.clusterWord'),
    color: t('canvas.toolColour'),
    votes: t('canvas.toolVote'),
    author: t('canvas.colAuthor'),
    level: t('canvas.colLevel'),
    parent: t('canvas.parent'),
    answer: t('canvas.colAnswer'),
    quadrant: t('canvas.colQuadrant'),
  }
  const save = (blob: Blob, file: string): void => {
    saveAs(blob, file)
    announce(t('canvas.exported', { file }))
  }
  const pages = (): readonly string[] => canvasSvgs(def, canvas, language, 'tree')
  const pageName = (at: number, of: number, kind: string): string => (of === 1 ? `${name}.${kind}` : `${name} ${at + 1}.${kind}`)
  const savePng = async (): Promise<void> => {
    try {
      const all = pages()
      for (const [at, svg] of all.entries()) save(await svgToPng(svg), pageName(at, all.length, 'png'))
    } catch {
      notify.undoable(t('canvas.exportFailed'), () => undefined)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button className={style.export} variant="default" size="sm" leftSection={<IconUpload size={16} stroke={1.75} />}>
          {t('canvas.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drawn ? (
          <>
            <Menu.Item leftSection={<IconPhoto size={18} stroke={1.75} />} onClick={() => void savePng()}>
              {t('canvas.exportPng')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileTypeSvg size={18} stroke={1.75} />}
              onClick={() => {
                const all = pages()
                for (const [at, svg] of all.entries()) save(new Blob([svg], { type: 'image/svg+xml' }), pageName(at, all.length, 'svg'))
              }}
            >
              {t('canvas.exportSvg')}
            </Menu.Item>
          </>
        ) : null}
        <Menu.Item
          leftSection={<IconFileTypeCsv size={18} stroke={1.75} />}
          onClick={() => save(new Blob([canvasCsv(def, canvas, language, words)], { type: 'text/csv' }), `${name}.csv`)}
        >
          {t('canvas.exportCsv')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconJson size={18} stroke={1.75} />}
          onClick={() => save(new Blob([canvasJson(def, value, canvas)], { type: 'application/json' }), `${name}.json`)}
        >
          {t('canvas.exportJson')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
