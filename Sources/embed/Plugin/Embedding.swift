import Foundation
import PackagePlugin

/// Lets a target hold texts from files: the lessons, or what lies beside its sources.
@main struct Embedding: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let files = try self.files(of: target, in: context)
    let output = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
    return [
      .buildCommand(
        displayName: "Embedding the files of \(target.name)",
        executable: try context.tool(named: "embed").url,
        arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
    ]
  }

  private func files(of target: Target, in context: PluginContext) throws -> [URL] {
    guard target.name == "Lessons" else {
      let kinds = ["css", "js", "py"]
      return target.sourceModule?.sourceFiles.map(\.url).filter { kinds.contains($0.pathExtension) } ?? []
    }
    return try FileManager.default.contentsOfDirectory(
      at: context.package.directoryURL.appending(path: "lessons"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }
}
