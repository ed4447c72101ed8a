/** What a gesture in the flame graph asks for. Nodes are of the scene on screen. */
export interface FlameActions {
  select(node: number): void;
  open(node: number, how: 'reveal' | 'go'): void;
  zoom(node: number): void;
}
