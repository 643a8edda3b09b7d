package dev.fluxion.cli;

import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.diagnostic.NotDifferentiableException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;

/** What is printed when something goes wrong, and the exit code. */
record Failures(Main main) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        PrintWriter err = command.getErr();
        switch (e) {
            case Complaint complaint -> err.println("fluxion: " + complaint.getMessage());
            case NotDifferentiableException refusal -> err.println(refusal.getMessage());
            default -> err.println("fluxion: " + e);
        }
        if (main.wantsStackTrace()) {
            e.printStackTrace(err);
        }
        err.flush();
        return e instanceof Complaint complaint ? complaint.exitCode() : 1;
    }

    /** Says what is wrong with the arguments, and where the right ones are described. */
    static int wrongArguments(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("fluxion: " + e.getMessage());
        if (command.getParent() == null && args.length == 0) {
            command.usage(err);
        } else {
            err.println("'" + command.getCommandSpec().qualifiedName() + " --help' says what is possible.");
        }
        err.flush();
        return 2;
    }
}
