import { tasks } from "../../../content/interface/widget.sv.json";

export const words = tasks;
