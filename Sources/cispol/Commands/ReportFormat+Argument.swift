internal import ArgumentParser
internal import Pipelines

extension ReportFormat: WordArgument {}
