/** The record of a session: who came, what was said and decided, and pictures. */
export { AttendancePanel } from './attendance-panel.tsx'
export { NotesPanel } from './notes-panel.tsx'
export { PhotosPanel } from './photos-panel.tsx'
