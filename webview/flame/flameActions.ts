/** What a gesture in the flame graph asks for. Nodes are of the scene on screen. */
export interface FlameActions {
  select(node: number): void;
  open(node: number, how: 'reveal' | 'go'): void;
  /** Finds out now which line that is. The returned function shows it, whatever is on screen by then. */
  opening(node: number, how: 'reveal' | 'go'): () => void;
  zoom(node: number): void;
}
