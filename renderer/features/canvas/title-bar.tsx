/** The bar over a canvas: what and whose it is, how it is shown, undo, export, and the one main act. */
import { ActionIcon, Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconFishBone,
  IconHierarchy2,
  IconLayoutBoard,
  IconLayoutSidebarRight,
  IconListDetails,
  IconLock,
  IconStairsDown,
  IconTable,
} from '@tabler/icons-react'
import type { CanvasDef, TreeLayout } from '#shared/model/pack.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import type { Undo } from '../../collab/use-undo.ts'
import { type Segment, Segmented, StatusChip } from '../../parts/index.ts'
import style from './canvas.module.css'
import { ExportMenu } from './export-menu.tsx'
import { useSession } from './session.tsx'

/** `picture` is what a canvas shows first; of a tree the first of its layouts. */
export type ViewMode = 'picture' | TreeLayout | 'outline'

type Props = {
  readonly mode: ViewMode
  readonly setMode: (mode: ViewMode) => void
  readonly undo: Undo
  readonly panel: boolean
  readonly setPanel: (open: boolean) => void
  readonly setDone: (done: boolean) => void
  readonly readOnly: boolean
}

export function TitleBar({ mode, setMode, undo, panel, setPanel, setDone, readOnly }: Props) {
  const { def, value, lab, innovation, canvas } = useSession()
  const t = useText()
  const both = useBoth()
  const done = canvas.state === 'selesai'
  const segments = segmentsOf(def, t)
  const shown = def.kind === 'tree' && mode === 'picture' ? (def.layouts[0] ?? mode) : mode
  return (
    <header className={style.bar}>
      <div className={style.title}>
        <h1 tabIndex={-1}>{both(def.title)}</h1>
        <a href={places.innovation(lab, innovation)} className={style.place}>
          {value.name === '' ? t('canvas.unnamed') : value.name}
        </a>
        {def.status === 'unverified' ? <span className={style.unverified}>{t('canvas.unverified')}</span> : null}
        {readOnly ? <StatusChip icon={IconLock}>{t('app.readOnly')}</StatusChip> : null}
      </div>
      <div className={style.acts}>
        {segments.length < 2 ? null : <Segmented label={t('canvas.view')} value={shown} segments={segments} onChange={setMode} />}
        {readOnly ? null : (
          <>
            <Button
              className={style.undoWord}
              variant="default"
              size="sm"
              disabled={!undo.canUndo}
              onClick={undo.undo}
              leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
            >
              {t('app.undo')}
            </Button>
            <ActionIcon
              className={style.undoIcon}
              variant="default"
              size={36}
              disabled={!undo.canUndo}
              onClick={undo.undo}
              aria-label={t('app.undo')}
            >
              <IconArrowBackUp size={16} stroke={1.75} />
            </ActionIcon>
            <ActionIcon variant="default" size={36} disabled={!undo.canRedo} onClick={undo.redo} aria-label={t('app.redo')}>
              <IconArrowForwardUp size={16} stroke={1.75} />
            </ActionIcon>
          </>
        )}
        <ExportMenu layout={mode === 'picture' || mode === 'outline' ? undefined : mode} />
        {readOnly ? null : (
          <Button
            variant={done ? 'default' : 'filled'}
            size="sm"
            onClick={() => setDone(!done)}
            leftSection={<IconCircleCheck size={16} stroke={1.75} />}
          >
            {t(done ? 'canvas.openAgain' : 'canvas.markDone')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          size={36}
          color="gray"
          aria-expanded={panel}
          aria-label={t(panel ? 'canvas.foldPanel' : 'canvas.openPanel')}
          onClick={() => setPanel(!panel)}
        >
          <IconLayoutSidebarRight size={18} stroke={1.75} />
        </ActionIcon>
      </div>
    </header>
  )
}

function segmentsOf(def: CanvasDef, t: ReturnType<typeof useText>): readonly Segment<ViewMode>[] {
  const outline = { value: 'outline', label: t('app.outline'), icon: IconListDetails } as const
  switch (def.kind) {
    case 'form':
      return [{ value: 'picture', label: t(drawnWord(def)), icon: IconLayoutBoard }, outline]
    case 'tree':
      return [...def.layouts.map((layout): Segment<ViewMode> => ({ value: layout, ...treeViews(t)[layout] })), outline]
    case 'grid':
      return [{ value: 'picture', label: t('canvas.viewTable'), icon: IconTable }, outline]
    default:
      return [{ value: 'picture', label: t('app.picture'), icon: IconLayoutBoard }, outline]
  }
}

/** What the laid out view of a form is called. */
const drawnWord = (def: Extract<CanvasDef, { kind: 'form' }>) =>
  def.survey !== undefined
    ? 'form.viewSurvey'
    : def.layout === 'slide'
      ? 'form.viewSlide'
      : def.layout === 'poster'
        ? 'form.viewPoster'
        : 'form.viewSheet'

const treeViews = (t: ReturnType<typeof useText>): Record<TreeLayout, Pick<Segment<ViewMode>, 'label' | 'icon'>> => ({
  tree: { label: t('canvas.viewTree'), icon: IconHierarchy2 },
  fishbone: { label: t('canvas.viewFishbone'), icon: IconFishBone },
  whys: { label: t('tree.viewWhys'), icon: IconStairsDown },
})
